package cn.zhirong.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.EnterpriseVerified;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bureau with its director 周 and officer 陈, another bureau, and enterprises that register. */
class PeopleServerTest {
    private static final Pattern LINK = Pattern.compile("sign-in\\?token=([0-9a-f]+)");
    private static final Pattern CODE = Pattern.compile("<strong class=\"secret\">([0-9]{6})<");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final TestServer server = TestServer.get();
    private final Accounts accounts = server.bean(Accounts.class);
    private final Organisations organisations = server.bean(Organisations.class);
    private final Tenant city = server.aBureau();
    private final Tenant otherCity = server.aBureau();
    private final Browser director = in(city, "zhou", Role.DIRECTOR);
    private final Browser officer = in(city, "chen", Role.OFFICER);

    @Test
    void an_invited_bank_manager_comes_in_by_the_link_and_sees_no_console() {
        assertThat(at(director, "/console/organisations", Map.of("kind", "BANK", "enterprise", "云山银行"))
                        .body())
                .contains("已添加云山银行");
        long bank = organisations.all(city).getFirst().key();
        HttpResponse<String> invited =
                at(director, "/console/people/new", invitation("BANK_MANAGER", String.valueOf(bank)));
        assertThat(invited.statusCode()).isEqualTo(201);
        Browser manager = new Browser();
        HttpResponse<String> in =
                manager.submit("/" + city.slug() + "/sign-in", Browser.byLink(found(LINK, invited.body())));
        assertThat(in.body()).contains("银行客户经理").doesNotContain("政策管理");
        assertThat(manager.open("/" + city.slug() + "/console/people").statusCode())
                .isEqualTo(403);
        assertThat(director.open("/" + city.slug() + "/console/people").body()).contains("云山银行", "陆经理");
    }

    @Test
    void a_role_needs_an_organisation_of_its_own_kind_in_this_bureau() {
        at(director, "/console/organisations", Map.of("kind", "INSURER", "enterprise", "云山保险"));
        long insurer = organisations.all(city).getFirst().key();
        assertThat(at(director, "/console/people/new", invitation("BANK_MANAGER", ""))
                        .body())
                .contains("须选择所属机构", "陆经理");
        assertThat(at(director, "/console/people/new", invitation("BANK_MANAGER", String.valueOf(insurer)))
                        .body())
                .contains("所选的是保险机构");
        OrganisationRow foreign = organisations.add(otherCity, "zhou", OrganisationKind.BANK, "海州银行", "");
        HttpResponse<String> refused =
                at(director, "/console/people/new", invitation("BANK_MANAGER", String.valueOf(foreign.key())));
        HttpResponse<String> unknown = at(director, "/console/people/new", invitation("BANK_MANAGER", "987654321"));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).isEqualTo(unknown.body()).doesNotContain("海州");
        assertThat(at(director, "/console/people/new", invitation("PLATFORM_OPERATOR", ""))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_director_disables_others_and_never_oneself() {
        Person chen = accounts.find(city, "chen").orElseThrow();
        Person zhou = accounts.find(city, "zhou").orElseThrow();
        assertThat(officer.open("/" + city.slug() + "/console/policies").statusCode())
                .isEqualTo(200);
        at(director, "/console/people/" + chen.accountId() + "/disable", Map.of());
        assertThat(officer.open("/" + city.slug() + "/console/policies").uri().getPath())
                .contains("/sign-in");
        HttpResponse<String> oneself = at(director, "/console/people/" + zhou.accountId() + "/disable", Map.of());
        assertThat(oneself.statusCode()).isEqualTo(400);
        assertThat(oneself.body()).contains("不能给自己停用");
        assertThat(accounts.find(city, "zhou")).isPresent();
    }

    @Test
    void an_enterprise_registers_is_verified_by_an_officer_and_only_once() {
        CreditCode code = aCode();
        Browser owner = registered(code, "owner-a");
        assertThat(owner.open("/" + city.slug() + "/enterprise").body()).contains("云山科技", "待核验");
        long id = pending(code);
        assertThat(at(officer, "/console/registrations/" + id + "/verification", Map.of())
                        .body())
                .contains("已核验通过");
        assertThat(owner.open("/" + city.slug() + "/enterprise").body()).contains("已核验");
        assertThat(at(officer, "/console/registrations/" + id + "/refusal", Map.of("reason", "资料不符。"))
                        .statusCode())
                .isEqualTo(409);
        HttpResponse<String> again = new Browser().submit("/" + city.slug() + "/registration", form(code, "owner-b"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("已经登记", "owner-b", "云山科技");
    }

    @Test
    void whoever_verifies_is_told_of_a_registration_and_its_owner_of_the_result() {
        CreditCode code = aCode();
        Browser owner = registered(code, "owner-g");
        String inbox = "/" + city.slug() + "/account/inbox";
        assertThat(officer.open(inbox).body()).contains("云山科技有限公司登记了，等待核验");
        assertThat(owner.open(inbox).body()).doesNotContain("等待核验", "已通过核验");
        long id = pending(code);
        at(officer, "/console/registrations/" + id + "/verification", Map.of());
        assertThat(owner.open(inbox).body()).contains("云山科技有限公司已通过核验");
        assertThat(director.open(inbox).body()).contains("等待核验").doesNotContain("已通过核验");
    }

    @Test
    void a_mistyped_code_is_refused_and_nothing_typed_is_lost() {
        String right = aCode().value();
        char last = right.charAt(17) == '0' ? '1' : '0';
        Map<String, String> form = new HashMap<>(form(aCode(), "owner-c"));
        form.put("creditCode", right.substring(0, 17) + last);
        HttpResponse<String> refused = new Browser().submit("/" + city.slug() + "/registration", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("校验码正确", "云山科技", "owner-c", right.substring(0, 17) + last);
        form.put("creditCode", right);
        form.remove("consent");
        assertThat(new Browser()
                        .submit("/" + city.slug() + "/registration", form)
                        .body())
                .contains("请先阅读并同意");
    }

    @Test
    void a_registration_is_told_all_that_is_wrong_with_it_at_once() {
        CreditCode code = aCode();
        registered(code, "owner-i");
        Map<String, String> form =
                Map.of("enterprise", "云", "creditCode", "914400", "name", " ", "username", "何", "email", "nobody");
        HttpResponse<String> refused = new Browser().submit("/" + city.slug() + "/registration", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("名称须为 2 至 100 个字", "统一社会信用代码须为 18 位", "姓名须为 1 至 64 个字")
                .contains("用户名须为 2 至 64 位", "邮箱须形如", "请先阅读并同意");
        Map<String, String> taken = new HashMap<>(form(code, "owner-i"));
        taken.remove("consent");
        assertThat(new Browser()
                        .submit("/" + city.slug() + "/registration", taken)
                        .body())
                .contains("已经登记", "“owner-i”已被使用", "请先阅读并同意");
    }

    @Test
    void so_is_an_invitation_of_an_assistant() {
        Browser owner = registered(aCode(), "owner-j");
        HttpResponse<String> refused =
                at(owner, "/enterprise/members", Map.of("name", "", "username", "owner-j", "email", "nobody"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("姓名须为 1 至 64 个字", "“owner-j”已被使用", "邮箱须形如");
    }

    @Test
    void a_right_code_counts_wholly_or_not_at_all() {
        CreditCode code = aCode();
        Browser browser = registered(code, "owner-k");
        Person owner = accounts.find(city, "owner-k").orElseThrow();
        long id = pending(code);
        String right = found(
                CODE,
                at(officer, "/console/registrations/" + id + "/transfer-code", Map.of())
                        .body());
        try (EmbeddedServer failing = server.beside(
                "no-register",
                RuntimeBeanDefinition.builder(NoRegister.class, NoRegister::new)
                        .typeArguments(ApplicationEventListener.class, Argument.of(EnterpriseVerified.class))
                        .build())) {
            Organisations there = failing.getApplicationContext().getBean(Organisations.class);
            assertThatThrownBy(() -> there.redeemCode(city, owner, right)).hasMessageContaining(NoRegister.WHY);
        }
        assertThat(organisations.find(city, id).state()).isEqualTo(OrganisationState.PENDING);
        assertThat(at(browser, "/enterprise/code", Map.of("code", right)).body())
                .contains("核验通过");
        assertThat(server.bean(Audit.class).count(city, "organisation.verify", "organisation/" + id))
                .isEqualTo(1);
    }

    /** Cannot take in who was verified. */
    private static final class NoRegister implements ApplicationEventListener<EnterpriseVerified> {
        private static final String WHY = "no register of enterprises";

        @Override
        public void onApplicationEvent(EnterpriseVerified event) {
            throw new IllegalStateException(WHY);
        }
    }

    @Test
    void a_transfer_code_proves_the_enterprise_and_five_wrong_ones_end_it() {
        CreditCode code = aCode();
        Browser owner = registered(code, "owner-d");
        long id = pending(code);
        String first = found(
                CODE,
                at(officer, "/console/registrations/" + id + "/transfer-code", Map.of())
                        .body());
        String wrong = first.equals("000000") ? "111111" : "000000";
        for (int guess = 0; guess < Organisations.CODE_TRIES; guess++) {
            assertThat(at(owner, "/enterprise/code", Map.of("code", wrong)).statusCode())
                    .isEqualTo(400);
        }
        assertThat(at(owner, "/enterprise/code", Map.of("code", first)).statusCode())
                .isEqualTo(409);
        String second = found(
                CODE,
                at(officer, "/console/registrations/" + id + "/transfer-code", Map.of())
                        .body());
        assertThat(at(owner, "/enterprise/code", Map.of("code", second)).body()).contains("核验通过");
        assertThat(organisations.find(city, id).state()).isEqualTo(OrganisationState.VERIFIED);
    }

    @Test
    void a_refused_enterprise_is_locked_out_and_its_code_is_free() {
        CreditCode code = aCode();
        Browser impostor = registered(code, "impostor");
        long id = pending(code);
        at(officer, "/console/registrations/" + id + "/refusal", Map.of("reason", "与营业执照不符。"));
        assertThat(impostor.open("/" + city.slug() + "/enterprise").uri().getPath())
                .contains("/sign-in");
        registered(code, "rightful");
        assertThat(pending(code)).isNotEqualTo(id);
    }

    @Test
    void an_owner_manages_assistants_of_the_own_enterprise_and_of_no_other() {
        Browser owner = registered(aCode(), "owner-e");
        Browser stranger = registered(aCode(), "owner-f");
        HttpResponse<String> invited =
                at(owner, "/enterprise/members", Map.of("name", "许会计", "username", "xu", "email", "xu@example.cn"));
        assertThat(invited.statusCode()).isEqualTo(201);
        Browser assistant = new Browser();
        assistant.submit("/" + city.slug() + "/sign-in", Browser.byLink(found(LINK, invited.body())));
        assertThat(at(assistant, "/enterprise/members", Map.of("name", "甲", "username", "jia"))
                        .statusCode())
                .isEqualTo(403);
        long xu = accounts.find(city, "xu").orElseThrow().accountId();
        HttpResponse<String> foreign = at(stranger, "/enterprise/members/" + xu + "/disable", Map.of());
        HttpResponse<String> unknown = at(stranger, "/enterprise/members/987654321/disable", Map.of());
        assertThat(foreign.statusCode()).isEqualTo(404);
        // Only inside the address: a short id may also be part of the bureau's name.
        assertThat(foreign.body().replace("/members/" + xu + "/", "/members/987654321/"))
                .isEqualTo(unknown.body());
        at(owner, "/enterprise/members/" + xu + "/disable", Map.of());
        assertThat(accounts.find(city, "xu")).isEmpty();
        long self = accounts.find(city, "owner-e").orElseThrow().accountId();
        assertThat(at(owner, "/enterprise/members/" + self + "/disable", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private Browser registered(CreditCode code, String username) {
        Browser browser = new Browser();
        HttpResponse<String> page = browser.submit("/" + city.slug() + "/registration", form(code, username));
        assertThat(page.uri().toString()).as(page.body()).contains("/sign-in?token=");
        browser.submit(
                "/" + city.slug() + "/sign-in",
                Browser.byLink(found(LINK, page.uri().toString())));
        return browser;
    }

    private long pending(CreditCode code) {
        return organisations.enterprises(city, OrganisationState.PENDING).stream()
                .filter(it -> code.value().equals(it.creditCode()))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private HttpResponse<String> at(Browser browser, String path, Map<String, String> form) {
        return browser.submit("/" + city.slug() + path, form);
    }

    private static Map<String, String> form(CreditCode code, String username) {
        return Map.of(
                "enterprise",
                "云山科技有限公司",
                "creditCode",
                code.value(),
                "name",
                "何经理",
                "username",
                username,
                "email",
                username + "@example.cn",
                "consent",
                "yes");
    }

    private static Map<String, String> invitation(String role, String organisation) {
        return Map.of("name", "陆经理", "username", "lu", "role", role, "organisation", organisation, "email", "");
    }

    /** A code that no other test uses: a made-up body with the check character that fits it. */
    private static CreditCode aCode() {
        String body = "91440000MA" + String.format("%07d", NEXT.incrementAndGet());
        return Stream.of("0123456789ABCDEFGHJKLMNPQRTUWXY".split(""))
                .flatMap(last -> CreditCode.typed(body + last).stream())
                .findFirst()
                .orElseThrow();
    }

    private Browser in(Tenant tenant, String username, Role role) {
        Browser browser = new Browser();
        String link = accounts.issue(accounts.create(tenant, username, username, role), CredentialKind.LINK);
        browser.submit("/" + tenant.slug() + "/sign-in", Browser.byLink(link));
        return browser;
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
