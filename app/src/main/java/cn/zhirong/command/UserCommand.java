package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Accounts of a bureau. */
@Command(name = "user", description = "账号", mixinStandardHelpOptions = true)
final class UserCommand {

    @Command(name = "create", description = "新建账号，打印设置密码的链接，只能用一次", mixinStandardHelpOptions = true)
    int create(
            @Mixin DataFolder data,
            @Option(names = "--tenant", required = true) String slug,
            @Option(names = "--username", required = true) String username,
            @Option(names = "--role", required = true, description = "officer、reviewer、director 等") Role role,
            @Option(names = "--name", description = "姓名，默认与用户名相同") @Nullable String name,
            @Option(names = "--email", description = "邮箱，用于忘记密码") @Nullable String email) {
        try (Application application = Application.start(data.path, Map.of())) {
            Tenant tenant = tenant(application, slug);
            Accounts accounts = application.bean(Accounts.class);
            Person person = accounts.create(
                    tenant, "command-line", username, name == null ? username : name, role, null, email);
            System.out.println("/" + slug + "/sign-in?token=" + accounts.issue(person, CredentialKind.LINK));
            return 0;
        } catch (IllegalArgumentException refused) {
            throw new CommandRefused(String.valueOf(refused.getMessage()));
        }
    }

    static Tenant tenant(Application application, String slug) {
        Tenants tenants = application.bean(Tenants.class);
        if (slug.equals(Tenant.PLATFORM)) {
            return tenants.platform();
        }
        return tenants.shelf(slug).orElseThrow(() -> new CommandRefused("没有租户“" + slug + "”，可用 tenant create 新建。"));
    }
}
