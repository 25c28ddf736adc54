package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What those may do with accounts who manage people. */
class AccountsTest {
    private final SignInWorld world = new SignInWorld();

    @Test
    void nobody_disables_oneself_or_changes_the_own_role_and_a_role_fits_its_place() {
        Person chief = world.person("chief", Role.DIRECTOR);
        assertThat(SignInWorld.refusal(() -> world.accounts.disable(world.city, "chief", chief.accountId())))
                .contains("不能给自己停用");
        assertThat(SignInWorld.refusal(
                        () -> world.accounts.changeRole(world.city, "chief", chief.accountId(), Role.AUDITOR, null)))
                .contains("不能给自己调整岗位");
        assertThat(SignInWorld.refusal(() ->
                        world.accounts.create(world.city, "chief", "op", "某人", Role.PLATFORM_OPERATOR, null, null)))
                .contains("平台运营");
        assertThat(SignInWorld.refusal(
                        () -> world.accounts.create(world.city, "chief", "bank", "某人", Role.BANK_MANAGER, null, null)))
                .contains("须指定所属机构");
        assertThat(world.accounts.disable(world.server.aBureau(), "boss", chief.accountId()))
                .as("another tenant's is not there")
                .isFalse();
        assertThat(world.accounts.find(world.city, "chief")).isPresent();
    }

    @Test
    void a_link_is_made_for_people_of_the_own_bureau_who_are_not_disabled() {
        Person chen = world.accounts.create(world.city, "chen", "陈", Role.OFFICER);
        assertThat(world.accounts.link(world.server.aBureau(), "boss", chen.accountId()))
                .isEmpty();
        String link = world.accounts.link(world.city, "chief", chen.accountId()).orElseThrow();
        assertThat(world.accounts.whoIs(world.city, link, CredentialKind.LINK)).contains(chen);
        assertThat(world.audit.count(world.city, "account.link", "chen")).isEqualTo(1);
        world.accounts.disable(world.city, "chief", chen.accountId());
        assertThat(world.accounts.link(world.city, "chief", chen.accountId())).isEmpty();
    }
}
