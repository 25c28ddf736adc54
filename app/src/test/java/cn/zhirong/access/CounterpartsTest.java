package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who serves two bureaus, 云河 and 石桥, with an account in each. */
class CounterpartsTest {
    private static final TestServer SERVER = TestServer.get();
    private static final Pattern LINK = Pattern.compile("/account/bureaus/([0-9]+)/removal");

    private final Accounts accounts = SERVER.bean(Accounts.class);
    private final Counterparts counterparts = SERVER.bean(Counterparts.class);
    private final Audit audit = SERVER.bean(Audit.class);
    private final Account yunhe = account(SERVER.aBureau(), Role.CUSTODIAN);
    private final Account shiqiao = account(SERVER.aBureau(), Role.CUSTODIAN);

    /** An account with a browser of its own in which it is signed in. */
    private record Account(Tenant bureau, Person person, Browser browser) {
        String path(String path) {
            return "/" + bureau.slug() + "/account/bureaus" + path;
        }

        HttpResponse<String> page() {
            return browser.open(path(""));
        }

        /** The number of the only link. */
        String link() {
            Matcher matcher = LINK.matcher(page().body());
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }

        /** One's own data there. */
        HttpResponse<String> data(String path) {
            return browser.open("/" + bureau.slug() + "/account/data" + path);
        }

        HttpResponse<String> does(String what) {
            return browser.submit(path("/" + link() + "/" + what), Map.of());
        }

        String code() {
            Matcher matcher = Pattern.compile(bureau.slug() + "\\.[0-9a-f]{32}")
                    .matcher(browser.submit(path("/code"), Map.of()).body());
            assertThat(matcher.find()).isTrue();
            return matcher.group();
        }

        HttpResponse<String> links(String code) {
            return browser.submit(path(""), Map.of("code", code, "agreed", "yes"));
        }
    }

    @Test
    void whoever_linked_both_accounts_changes_over_in_one_step_and_reads_where_they_are() {
        String code = yunhe.code();
        HttpResponse<String> whose = shiqiao.browser().submit(shiqiao.path(""), Map.of("code", code));
        assertThat(whose.body())
                .contains(yunhe.bureau().profile().name(), yunhe.person().name(), "不是您本人的账号，不要连接");
        assertThat(counterparts.of(shiqiao.bureau(), shiqiao.person()))
                .as("to look is not to link")
                .isEmpty();
        assertThat(shiqiao.links(code).body()).contains("已连接");

        HttpResponse<String> there = yunhe.does("entry");
        assertThat(there.uri().getPath()).isEqualTo("/" + shiqiao.bureau().slug());
        assertThat(there.body()).contains("正在" + shortName(shiqiao) + "办理，切换单位");
        assertThat(yunhe.browser().open(yunhe.path("")).uri().getPath())
                .as("one bureau at a time")
                .endsWith("/sign-in");
        assertThat(SERVER.bean(Sessions.class).of(yunhe.bureau(), yunhe.person()))
                .isEmpty();
        assertThat(audit.count(yunhe.bureau(), "counterpart.leave", "wen")).isEqualTo(1);
        assertThat(audit.count(shiqiao.bureau(), "counterpart.enter", "wen")).isEqualTo(1);
        assertThat(audit.count(shiqiao.bureau(), "counterpart.link", "wen")).isEqualTo(1);
    }

    @Test
    void the_account_that_made_the_code_is_entered_only_after_it_confirmed() {
        shiqiao.links(yunhe.code());
        assertThat(shiqiao.page().body()).contains("要在那边确认");
        assertThat(shiqiao.does("entry").body()).contains("没有切换");
        assertThat(yunhe.does("confirmation").body()).contains("已确认");
        assertThat(shiqiao.does("entry").uri().getPath())
                .isEqualTo("/" + yunhe.bureau().slug());
    }

    @Test
    void who_sets_the_password_of_an_account_does_not_get_into_the_other_bureau_by_it() {
        shiqiao.links(yunhe.code());
        yunhe.does("confirmation");
        // As a director of 云河 could: a new link, a new password, signed in as the person.
        Account taken = signedIn(yunhe.bureau(), yunhe.person());
        assertThat(taken.does("entry").body()).contains("没有切换");
        taken.does("confirmation");
        assertThat(taken.does("entry").body())
                .as("one side's word is not the other's")
                .contains("没有切换");
        assertThat(shiqiao.does("confirmation").body()).contains("已确认");
        assertThat(taken.does("entry").uri().getPath())
                .isEqualTo("/" + shiqiao.bureau().slug());
    }

    @Test
    void another_role_on_either_side_shuts_the_way() {
        shiqiao.links(yunhe.code());
        assertThat(accounts.changeRole(
                        shiqiao.bureau(), "chief", shiqiao.person().accountId(), Role.OFFICER, null))
                .isTrue();
        assertThat(yunhe.does("entry").body()).contains("没有切换");
    }

    @Test
    void the_code_of_the_bureau_that_is_entered_is_asked_for() {
        SERVER.bean(SignInPolicies.class)
                .change(
                        shiqiao.bureau(),
                        "chief",
                        new SignInPolicy(SignInPolicy.PasswordProfile.MODERN, EnumSet.of(Role.CUSTODIAN), 30, 12));
        shiqiao.links(yunhe.code());
        assertThat(yunhe.does("entry").uri().getPath())
                .isEqualTo("/" + shiqiao.bureau().slug() + "/sign-in/second-factor");
        assertThat(yunhe.browser()
                        .open("/" + shiqiao.bureau().slug() + "/account/bureaus")
                        .uri()
                        .getPath())
                .as("nothing is open before it is given")
                .endsWith("/sign-in");
    }

    @Test
    void a_code_counts_once_is_the_newest_and_is_for_another_bureau_and_the_same_role() {
        String older = yunhe.code();
        String code = yunhe.code();
        Account bank = account(SERVER.aBureau(), Role.BANK_MANAGER);
        for (HttpResponse<String> refused : List.of(
                shiqiao.links(older),
                yunhe.links(code),
                bank.links(code),
                shiqiao.links(code.substring(0, code.length() - 1) + "x"),
                shiqiao.links("nowhere" + code.substring(code.indexOf('.'))),
                shiqiao.links(shiqiao.bureau().slug() + code.substring(code.indexOf('.'))),
                shiqiao.links(""))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("连接码不能用");
        }
        assertThat(shiqiao.links(code).statusCode()).isEqualTo(200);
        assertThat(account(SERVER.aBureau(), Role.CUSTODIAN).links(code).statusCode())
                .isEqualTo(400);
        assertThat(shiqiao.links(yunhe.code()).statusCode())
                .as("one account of a bureau")
                .isEqualTo(400);
    }

    @Test
    void a_demonstration_that_anybody_enters_is_linked_to_no_real_bureau() {
        Tenant demonstration = SERVER.bean(Tenants.class)
                .create(TenantProfile.named("show-" + Secrets.random().substring(0, 8), "演示局"), true);
        Account shown = account(demonstration, Role.CUSTODIAN);
        assertThat(yunhe.links(shown.code()).statusCode()).isEqualTo(400);
        assertThat(shown.links(yunhe.code()).statusCode()).isEqualTo(400);
    }

    @Test
    void a_link_stands_in_the_data_that_either_bureau_keeps_of_the_person() {
        assertThat(shiqiao.data("").body()).doesNotContain("连接的单位");
        shiqiao.links(yunhe.code());
        assertThat(shiqiao.data("").body())
                .contains("连接的单位", yunhe.bureau().profile().name(), "已确认");
        assertThat(shiqiao.data("/export").body())
                .contains("{\"name\":\"" + yunhe.bureau().profile().name() + "\"", "\"enters\":true");
        assertThat(yunhe.data("").body())
                .contains(shiqiao.bureau().profile().name(), "未确认")
                .doesNotContain("已确认");
        yunhe.does("removal");
        assertThat(shiqiao.data("/export").body())
                .doesNotContain(yunhe.bureau().profile().name());
    }

    @Test
    void either_side_ends_it_for_both() {
        shiqiao.links(yunhe.code());
        assertThat(yunhe.does("removal").body()).contains("连接已解除", "还没有连接其他单位");
        assertThat(shiqiao.page().body()).contains("还没有连接其他单位");
        assertThat(audit.count(shiqiao.bureau(), "counterpart.unlink", "wen")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OFFICER", "DIRECTOR", "FINANCE_OFFICE", "ENTERPRISE_OWNER"})
    void people_of_one_bureau_have_no_other(Role role) {
        Account one = account(SERVER.aBureau(), role);
        assertThat(one.page().statusCode()).isEqualTo(403);
        assertThat(one.browser()
                        .open("/" + one.bureau().slug() + "/account/sessions")
                        .body())
                .doesNotContain("服务单位", "切换单位");
    }

    private Account account(Tenant bureau, Role role) {
        return signedIn(bureau, accounts.create(bureau, "wen", "文女士", role));
    }

    private Account signedIn(Tenant bureau, Person person) {
        Browser browser = new Browser();
        browser.submit("/" + bureau.slug() + "/sign-in", Browser.byLink(accounts.issue(person, CredentialKind.LINK)));
        return new Account(bureau, person, browser);
    }

    private static String shortName(Account account) {
        return account.bureau().profile().shortName();
    }
}
