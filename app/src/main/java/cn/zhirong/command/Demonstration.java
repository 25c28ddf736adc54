package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;

/** Loads the two demonstration bureaus and their people, once; refuses to mix them with real data. */
@Singleton
class Demonstration {
    private final Tenants tenants;
    private final Accounts accounts;

    Demonstration(Tenants tenants, Accounts accounts) {
        this.tenants = tenants;
        this.accounts = accounts;
    }

    void load() {
        List<Tenant> present = tenants.all();
        if (present.stream().anyMatch(tenant -> !tenant.demonstration())) {
            throw new CommandRefused("这个数据目录里有真实租户，不能装入演示数据。请去掉 --demo，或用 --data 另指定一个目录。");
        }
        if (present.isEmpty()) {
            tenants.shared();
            for (TenantProfile profile :
                    List.of(TenantProfile.named("zhaoqing", "肇庆市金融工作局"), TenantProfile.named("binhai", "滨海新区金融局"))) {
                Tenant tenant = tenants.create(profile, true);
                accounts.create(tenant, "officer", "陈经办（演示）", Role.OFFICER);
                accounts.create(tenant, "reviewer", "李复核（演示）", Role.REVIEWER);
            }
        }
    }

    void tellHowToSignIn(int port, PrintStream out) {
        for (Tenant tenant : tenants.all()) {
            out.println("登录 " + tenant.profile().name() + "：http://localhost:" + port + "/" + tenant.slug()
                    + "/sign-in （选择演示人员，无需密码）");
        }
    }
}
