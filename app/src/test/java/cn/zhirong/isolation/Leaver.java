package cn.zhirong.isolation;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.access.Secrets;
import cn.zhirong.notice.Inbox;
import cn.zhirong.privacy.DeletionRequests;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.util.Map;

/** Somebody who leaves a bureau, with everything that goes with the account. */
final class Leaver {
    private Leaver() {}

    /** Makes one who asks for deletion; gives the number of the request. */
    static long asks(TestServer server, Tenant tenant, String word) {
        Accounts accounts = server.bean(Accounts.class);
        Person leaver = accounts.create(tenant, "a" + Secrets.random(), word + "离任", Role.OFFICER);
        accounts.issue(leaver, CredentialKind.TOKEN);
        accounts.issue(leaver, CredentialKind.LINK);
        server.bean(Inbox.class)
                .tell(tenant, leaver.accountId(), Secrets.random(), "privacy.answered", Map.of("答复", word), "");
        return server.bean(DeletionRequests.class).ask(tenant, leaver, word + "不再任职。");
    }
}
