package cn.zhirong.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members of enterprises who never agreed to the notice, or to one that has changed since. */
class ConsentTest {
    private static final String EARLIER = "2025-01";

    private final TestServer server = TestServer.get();
    private final Consents consents = server.bean(Consents.class);
    private final ConsentRepository repository = server.bean(ConsentRepository.class);
    private final Tenant city = server.aBureau();
    private final Browser browser = new Browser();

    @Test
    void who_agreed_to_an_earlier_notice_is_asked_before_business_goes_on_and_then_led_where_they_wanted() {
        Person owner = signedIn(Role.ENTERPRISE_OWNER, EARLIER);
        HttpResponse<String> asked = browser.open(path("/enterprise?tab=1"));
        assertThat(asked.uri().getPath()).isEqualTo(path("/account/consent"));
        assertThat(asked.body()).contains("已更新为版本 " + Consents.VERSION, "value=\"" + path("/enterprise?tab=1") + "\"");
        assertThat(browser.submit(path("/enterprise/members"), Map.of("name", "钱会计"))
                        .statusCode())
                .as("nothing is entered meanwhile")
                .isEqualTo(403);
        HttpResponse<String> on = browser.submit(path("/account/consent"), Map.of("return", path("/enterprise?tab=1")));
        assertThat(on.uri().getPath()).isEqualTo(path("/enterprise"));
        assertThat(consents.of(city, owner))
                .extracting(ConsentRow::noticeVersion)
                .containsExactly(EARLIER, Consents.VERSION);
        assertThat(browser.open(path("/enterprise")).uri().getPath()).isEqualTo(path("/enterprise"));
    }

    @Test
    void a_member_who_never_agreed_is_asked_before_business_begins_and_then_led_where_they_wanted() {
        Person assistant = signedIn(Role.ENTERPRISE_ASSISTANT);
        HttpResponse<String> asked = browser.open(path("/enterprise/profile?part=years"));
        assertThat(asked.uri().getPath()).isEqualTo(path("/account/consent"));
        assertThat(asked.body())
                .contains("请先阅读告知（版本 " + Consents.VERSION, "value=\"" + path("/enterprise/profile?part=years") + "\"")
                .doesNotContain("有更新");
        assertThat(browser.submit(path("/enterprise/profile/items/new"), Map.of("title", "发明专利"))
                        .statusCode())
                .as("nothing is entered meanwhile")
                .isEqualTo(403);
        assertThat(browser.submit(path("/account/consent"), Map.of("return", path("/enterprise")))
                        .uri()
                        .getPath())
                .isEqualTo(path("/enterprise"));
        assertThat(consents.of(city, assistant))
                .extracting(ConsentRow::noticeVersion)
                .containsExactly(Consents.VERSION);
        assertThat(browser.open(path("/enterprise")).uri().getPath()).isEqualTo(path("/enterprise"));
    }

    @Test
    void an_owner_who_agreed_when_registering_is_not_asked_again() {
        HttpResponse<String> page = browser.submit(
                path("/registration"),
                Map.of(
                        "enterprise",
                        "云山科技有限公司",
                        "creditCode",
                        "91350100M000100Y43",
                        "name",
                        "何经理",
                        "username",
                        "he",
                        "consent",
                        "yes"));
        browser.submit(path("/sign-in"), Browser.byLink(page.uri().getQuery().replace("token=", "")));
        assertThat(browser.open(path("/enterprise")).uri().getPath()).isEqualTo(path("/enterprise"));
        assertThat(browser.open(path("/account/consent")).body()).contains("您已同意现在的版本");
    }

    @Test
    void an_owner_whom_the_bureau_invited_never_agreed_and_is_asked() {
        signedIn(Role.ENTERPRISE_OWNER);
        assertThat(browser.open(path("/enterprise")).uri().getPath()).isEqualTo(path("/account/consent"));
    }

    @Test
    void whoever_does_not_agree_still_reads_what_is_open_and_what_is_held_on_them() {
        signedIn(Role.ENTERPRISE_OWNER, EARLIER);
        for (String page : new String[] {"/policies", "/privacy", "/account/data", "/account/sessions"}) {
            assertThat(browser.open(path(page)).uri().getPath()).isEqualTo(path(page));
        }
        assertThat(browser.submit(path("/account/data/deletion"), Map.of("reason", "不再同意。"))
                        .body())
                .contains("已收到您的申请");
    }

    @Test
    void nobody_is_asked_who_agreed_to_the_present_notice() {
        signedIn(Role.ENTERPRISE_ASSISTANT, EARLIER, Consents.VERSION);
        assertThat(browser.open(path("/enterprise")).uri().getPath()).isEqualTo(path("/enterprise"));
    }

    @Test
    void what_rests_on_duties_is_not_asked_for() {
        signedIn(Role.OFFICER, EARLIER);
        assertThat(browser.open(path("/console/policies")).uri().getPath()).isEqualTo(path("/console/policies"));
    }

    @Test
    void a_way_back_to_another_site_is_not_gone() {
        signedIn(Role.ENTERPRISE_OWNER, EARLIER);
        assertThat(browser.open(path("/account/consent?return=//evil.example")).body())
                .doesNotContain("value=\"//evil");
        assertThat(browser.submit(path("/account/consent"), Map.of("return", "//evil.example"))
                        .uri()
                        .getHost())
                .isEqualTo("localhost");
    }

    private Person signedIn(Role role, String... agreed) {
        Accounts accounts = server.bean(Accounts.class);
        Person person = accounts.create(city, "he", "何经理", role);
        for (String version : agreed) {
            repository.add(city.id(), person.accountId(), version, Instant.parse("2025-01-02T00:00:00Z"));
        }
        browser.submit(path("/sign-in"), Browser.byLink(accounts.issue(person, CredentialKind.LINK)));
        return person;
    }

    private String path(String path) {
        return "/" + city.slug() + path;
    }
}
