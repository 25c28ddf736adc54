package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tokens for scripts and integrators. */
@Command(name = "token", description = "接口令牌", mixinStandardHelpOptions = true)
final class TokenCommand {

    @Command(name = "create", description = "打印一个接口令牌，只显示这一次", mixinStandardHelpOptions = true)
    int create(
            @Mixin DataFolder data,
            @Option(names = "--tenant", required = true) String slug,
            @Option(names = "--username", required = true) String username) {
        try (Application application = Application.start(data.path, Map.of())) {
            Accounts accounts = application.bean(Accounts.class);
            Person person = accounts.find(UserCommand.tenant(application, slug), username)
                    .orElseThrow(() -> new CommandRefused("租户“" + slug + "”没有账号“" + username + "”。"));
            System.out.println(accounts.issue(person, CredentialKind.TOKEN));
            return 0;
        }
    }
}
