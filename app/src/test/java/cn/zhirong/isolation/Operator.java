package cn.zhirong.isolation;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.access.Secrets;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;

/** Somebody who operates the platform. */
final class Operator {
    static final String COOKIES = "zr_session=" + session();

    private Operator() {}

    private static String session() {
        Accounts accounts = TestServer.get().bean(Accounts.class);
        return accounts.issue(
                accounts.create(
                        TestServer.get().bean(Tenants.class).platform(),
                        "o" + Secrets.random(),
                        "平台运营",
                        Role.PLATFORM_OPERATOR),
                CredentialKind.SESSION);
    }
}
