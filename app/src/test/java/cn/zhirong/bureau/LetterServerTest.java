package cn.zhirong.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Role;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.LetterKind;
import cn.zhirong.tenant.LetterText;
import cn.zhirong.tenant.LetterTexts;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bureau's own words in letters, on the real database. */
class LetterServerTest {
    private static final LetterKind INVITATION = new LetterKind(
            "account.invitation", "邀请函", "{{单位}}邀请您", "您好：请在{{期限}}前打开{{链接}}。", List.of("单位", "期限", "链接"));

    private static LetterTexts letters() {
        return TestServer.get().bean(LetterTexts.class);
    }

    private static SetUp setUp() {
        TestServer server = TestServer.get();
        return new SetUp(
                server.bean(Tenants.class),
                server.bean(Calendars.class),
                letters(),
                List.of(() -> List.of(INVITATION)),
                server.bean(Audit.class),
                server.bean(Json.class));
    }

    @Test
    void a_bureaus_words_go_before_the_standard_and_are_nobody_elses() {
        Tenant tenant = TestServer.get().aBureau();
        Tenant other = TestServer.get().aBureau();
        LetterText own = new LetterText("{{单位}}请您加入", "请打开{{链接}}。");
        setUp().changeLetter(tenant, "wang", INVITATION, null, own);
        assertThat(letters().find(tenant, INVITATION.kind())).contains(own);
        assertThat(letters().find(other, INVITATION.kind())).isEmpty();
        assertThat(letters().find(tenant, "account.other")).isEmpty();
        assertThatThrownBy(() -> setUp().changeLetter(tenant, "li", INVITATION, null, own))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("刚被别人改过");
        setUp().changeLetter(tenant, "wang", INVITATION, own, null);
        assertThat(letters().find(tenant, INVITATION.kind())).isEmpty();
        assertThat(TestServer.get().bean(Audit.class).count(tenant, "tenant.letter", INVITATION.kind()))
                .isEqualTo(2);
    }

    @Test
    void a_text_with_an_unknown_field_without_its_link_or_with_two_lines_of_subject_is_refused() {
        Tenant tenant = TestServer.get().aBureau();
        assertThatThrownBy(() -> setUp().changeLetter(
                                tenant, "wang", INVITATION, null, new LetterText("第一行\n第二行{{姓名}}", "没有地址")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Refusal.Field::message)
                                .anyMatch(it -> it.contains("一行"))
                                .anyMatch(it -> it.contains("没有“姓名”这个字段"))
                                .anyMatch(it -> it.contains("{{链接}}")));
        assertThat(letters().find(tenant, INVITATION.kind())).isEmpty();
    }

    @Test
    void subject_and_body_have_bounds() {
        Tenant tenant = TestServer.get().aBureau();
        LetterText longest = new LetterText("标".repeat(100), "{{链接}}" + "文".repeat(4994));
        setUp().changeLetter(tenant, "wang", INVITATION, null, longest);
        assertThatThrownBy(() -> setUp().changeLetter(
                                tenant,
                                "wang",
                                INVITATION,
                                longest,
                                new LetterText("标".repeat(101), longest.body() + "文")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.errors()).hasSize(2));
    }

    @Test
    void the_page_lists_what_there_is_and_another_kind_is_not_found() {
        Tenant tenant = TestServer.get().aBureau();
        var director = BureauFixture.signedIn(tenant, "ju", Role.DIRECTOR);
        String page = "/" + tenant.slug() + "/console/settings/letters";
        assertThat(director.open(page).body()).contains("通知文字");
        assertThat(director.open(page + "/no.such.letter").statusCode()).isEqualTo(404);
    }
}
