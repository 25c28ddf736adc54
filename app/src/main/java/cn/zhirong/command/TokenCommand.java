package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Person;
import cn.zhirong.access.TokenScope;
import cn.zhirong.access.Tokens;
import cn.zhirong.tenant.Tenant;
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
            @Option(names = "--username", required = true) String username,
            @Option(names = "--name", defaultValue = "命令行", description = "用途，默认 ${DEFAULT-VALUE}") String name,
            @Option(names = "--scope", defaultValue = "ALL", description = "read、policy_write 或 all，默认 all")
                    TokenScope scope,
            @Option(names = "--days", defaultValue = "90", description = "有效天数，1 至 365，默认 ${DEFAULT-VALUE}") int days) {
        try (Application application = Application.start(data.path, Map.of())) {
            Tenant tenant = UserCommand.tenant(application, slug);
            Person person = application
                    .bean(Accounts.class)
                    .find(tenant, username)
                    .orElseThrow(() -> new CommandRefused("租户“" + slug + "”没有账号“" + username + "”。"));
            System.out.println(application.bean(Tokens.class).make(tenant, person, name, scope, days));
            return 0;
        } catch (IllegalArgumentException refused) {
            throw new CommandRefused(String.valueOf(refused.getMessage()));
        }
    }
}
