package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;

/**
 * The first platform operator. There is no default password: as long as nobody on the platform has set one, each start tells a
 * new link that works once, and the one before is dead.
 */
@Singleton
class FirstRun {
    private final Tenants tenants;
    private final Accounts accounts;

    FirstRun(Tenants tenants, Accounts accounts) {
        this.tenants = tenants;
        this.accounts = accounts;
    }

    void tellHowToBegin(int port, PrintStream out) {
        Tenant platform = tenants.platform();
        List<Accounts.Listed> everybody = accounts.everybody(platform);
        if (everybody.stream().anyMatch(Accounts.Listed::passwordSet)) {
            return;
        }
        Person operator = everybody.stream()
                .filter(it -> !it.disabled())
                .map(Accounts.Listed::person)
                .findFirst()
                .orElseGet(() -> accounts.create(platform, "operator", "平台运营", Role.PLATFORM_OPERATOR));
        out.println("首次使用：打开下面的链接，设置平台运营账号“" + operator.username() + "”的密码。链接只能用一次，24 小时内有效。");
        out.println("http://localhost:" + port + "/" + platform.slug() + "/sign-in?token="
                + accounts.issue(operator, CredentialKind.LINK));
    }
}
