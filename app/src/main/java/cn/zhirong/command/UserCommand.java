package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accounts of a bureau. */
@Command(name = "user", description = "账号", mixinStandardHelpOptions = true)
final class UserCommand {

    @Command(name = "create", description = "新建账号，打印一次有效的登录链接", mixinStandardHelpOptions = true)
    int create(
            @Mixin DataFolder data,
            @Option(names = "--tenant", required = true) String slug,
            @Option(names = "--username", required = true) String username,
            @Option(names = "--role", required = true, description = "officer、reviewer 或 director") Role role) {
        try (Application application = Application.start(data.path, Map.of())) {
            Tenant tenant = tenant(application, slug);
            Accounts accounts = application.bean(Accounts.class);
            Person person = accounts.create(tenant, username, username, role);
            System.out.println("/" + slug + "/sign-in?token=" + accounts.issue(person, CredentialKind.LINK));
            return 0;
        } catch (IllegalArgumentException refused) {
            throw new CommandRefused(String.valueOf(refused.getMessage()));
        }
    }

    static Tenant tenant(Application application, String slug) {
        return application
                .bean(Tenants.class)
                .shelf(slug)
                .orElseThrow(() -> new CommandRefused("没有租户“" + slug + "”，可用 tenant create 新建。"));
    }
}
