package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.FakeIdentities;
import cn.zhirong.testing.Visit;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider of identities is added, an account linked to it and signed in by it, in Chromium and across two sites. */
class IdentityWalkTest extends ChromiumWalk {
    private final SignInWorld world = new SignInWorld();

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_director_adds_a_provider_and_an_officer_links_it_and_signs_in_by_it(int width, boolean scripts) {
        try (FakeIdentities fake = new FakeIdentities(world.server.bean(Clock.class))) {
            fake.sendBackTo(world.server.url());
            try (Visit director = visit("chief", Role.DIRECTOR, width, true)) {
                providerAdded(director, fake);
            }
            try (Visit officer = visit("chen", Role.OFFICER, width, scripts).mayLeaveFor(fake.issuer())) {
                officer.open(world.path("/account/identities"))
                        .reads("还没有关联的身份")
                        .looksRight("no identities");
                officer.follow("关联省统一身份");
                comeBack(officer, "s-1");
                officer.reads("身份已关联").looksRight("linked");
                assertThat(officer.words()).contains("省统一身份", "陈某");
                officer.open(world.path("/account/sessions"))
                        .press("退出登录")
                        .reads("您已退出登录")
                        .open(world.path("/sign-in"))
                        .looksRight("sign-in with a provider");
                officer.follow("省统一身份");
                comeBack(officer, "s-1");
                officer.page().waitForURL("**/console/policies");
                assertThat(officer.page().locator("header.masthead").innerText())
                        .contains("chen");
            }
            try (Visit stranger = chromium.visit(world.server.url(), width, scripts)) {
                stranger.mayLeaveFor(fake.issuer()).open(world.path("/sign-in")).follow("省统一身份");
                stranger.page().fill("[name=subject]", "s-2");
                stranger.refused(403, () -> stranger.press("登录"));
                stranger.reads("没有账号与它关联").looksRight("unlinked");
            }
        }
    }

    private void providerAdded(Visit director, FakeIdentities fake) {
        director.open(world.path("/console/identity")).reads("还没有登录渠道").looksRight("no providers");
        director.type("name", "省统一身份")
                .type("issuer", "http://id.example.cn")
                .type("clientId", FakeIdentities.CLIENT)
                .type("secret", FakeIdentities.SECRET);
        director.refused(400, () -> director.press("保存"));
        director.reads("服务地址须以").looksRight("refused provider");
        assertThat(director.typed("name")).isEqualTo("省统一身份");
        assertThat(director.typed("secret")).as("a secret never comes back").isEmpty();
        director.type("issuer", fake.issuer()).type("secret", FakeIdentities.SECRET);
        director.press("保存").reads("登录渠道已添加").looksRight("added provider");
        assertThat(director.words()).contains("/sign-in/identity/").doesNotContain(FakeIdentities.SECRET);
    }

    /** Says there who one is and comes back. */
    private static void comeBack(Visit visit, String subject) {
        visit.page().fill("[name=subject]", subject);
        visit.press("登录");
    }

    private Visit visit(String username, Role role, int width, boolean scripts) {
        Person person = world.accounts.create(world.city, username, username, role);
        return chromium.visit(world.server.url(), width, scripts)
                .signedIn(world.accounts.issue(person, CredentialKind.SESSION));
    }
}
