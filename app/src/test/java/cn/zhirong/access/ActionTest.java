package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionTest {
    private static final long OWN = 7;
    private static final long OTHER = 8;

    @ParameterizedTest
    @EnumSource(Action.class)
    void the_auditor_only_reads(Action action) {
        if (action.allows(Role.AUDITOR) && !action.isOpen() && action != Action.OWN_ACCOUNT) {
            assertThat(action.isReading()).isTrue();
        }
    }

    @Test
    void the_platform_operator_sees_nothing_of_a_bureau() {
        List<Action> allowed = Arrays.stream(Action.values())
                .filter(action -> !action.isOpen() && action.allows(Role.PLATFORM_OPERATOR))
                .toList();
        assertThat(allowed).containsExactlyInAnyOrder(Action.OWN_ACCOUNT, Action.PLATFORM_SEE, Action.PLATFORM_OPERATE);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_of_a_bureau_operates_the_platform(Role role) {
        assertThat(Action.PLATFORM_OPERATE.allows(role)).isEqualTo(role == Role.PLATFORM_OPERATOR);
    }

    @Test
    void an_officer_never_releases() {
        assertThat(Action.POLICY_RELEASE.allows(Role.OFFICER)).isFalse();
        assertThat(Action.POLICY_RELEASE.allows(Role.REVIEWER)).isTrue();
    }

    @Test
    void nobody_may_do_what_is_open_and_nothing_else() {
        assertThat(MayI.may(null, Action.VISIT)).isTrue();
        assertThat(MayI.may(null, Action.OWN_ACCOUNT)).isFalse();
    }

    @Test
    void an_owner_manages_the_members_of_the_own_enterprise_only() {
        Person owner = person(Role.ENTERPRISE_OWNER, OWN);
        assertThat(MayI.may(owner, Action.MEMBERS_MANAGE, OWN)).isTrue();
        assertThat(MayI.may(owner, Action.MEMBERS_MANAGE, OTHER)).isFalse();
        assertThat(MayI.may(person(Role.ENTERPRISE_OWNER, null), Action.MEMBERS_MANAGE, OWN))
                .isFalse();
        assertThat(MayI.may(person(Role.ENTERPRISE_ASSISTANT, OWN), Action.MEMBERS_MANAGE, OWN))
                .isFalse();
    }

    @Test
    void the_bureau_itself_sees_every_enterprise_of_its_own() {
        assertThat(MayI.may(person(Role.OFFICER, null), Action.REGISTRATION_VERIFY, OTHER))
                .isTrue();
    }

    private static Person person(Role role, @Nullable Long organisation) {
        return new Person(1, 1, "wang", "王女士", role, organisation);
    }
}
