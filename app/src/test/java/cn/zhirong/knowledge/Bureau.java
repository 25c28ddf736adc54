package cn.zhirong.knowledge;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Role;
import cn.zhirong.policy.PolicyDesk;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;

/** A new bureau on the test server with its people, who come by browser. */
final class Bureau {
    final Tenant tenant = TestServer.get().aBureau();

    /** A measure in force since 2026-03-01, of three articles; {@code words} stand in the second. */
    static String measure(String title, String words) {
        return """
                # %s

                %s

                第一条　为支持企业融资，制定本办法。

                第二条　%s

                第三条　本办法自2026年3月1日起施行。
                """.formatted(title, PolicyFixture.aNumber(), words);
    }

    /** A measure whose every article answers {@code words} better than anything else. */
    static String flood(String title, String words) {
        return """
                # %s

                %s

                第一条　%s一。

                第二条　%s二。

                第三条　%s三。

                第四条　%s四。

                第五条　本办法自2026年3月1日起施行。
                """.formatted(title, PolicyFixture.aNumber(), words, words, words, words);
    }

    /** Published and found. */
    PolicyVersion published(String text) {
        PolicyVersion draft = PolicyFixture.draft(tenant, text);
        PolicyVersion version =
                PolicyFixture.desk().publish(tenant, PolicyFixture.LI, draft.id(), draft.revision(), "测试需要");
        TestServer.get().bean(IndexFollower.class).catchUp(tenant);
        return version;
    }

    Browser signedIn(String username, Role role) {
        Browser browser = new Browser();
        String link = accounts().issue(accounts().create(tenant, username, username, role), CredentialKind.LINK);
        browser.submit("/" + tenant.slug() + "/sign-in", Browser.byLink(link));
        return browser;
    }

    String token(String username, Role role) {
        return accounts().issue(accounts().create(tenant, username, username, role), CredentialKind.TOKEN);
    }

    String hits() {
        return "/" + tenant.slug() + "/console/hits";
    }

    String passages() {
        return "/" + tenant.slug() + "/console/passages";
    }

    /** A question with the first clause that is found for {@code found}. */
    long expecting(String question, String found) {
        HitSets sets = TestServer.get().bean(HitSets.class);
        long id = sets.add(tenant, PolicyFixture.CHEN, question);
        Passage passage = TestServer.get()
                .bean(HitRuns.class)
                .hits(tenant, found)
                .getFirst()
                .passage();
        sets.expect(tenant, PolicyFixture.CHEN, id, HitClause.of(passage));
        return id;
    }

    PolicyDesk desk() {
        return PolicyFixture.desk();
    }

    private static Accounts accounts() {
        return TestServer.get().bean(Accounts.class);
    }
}
