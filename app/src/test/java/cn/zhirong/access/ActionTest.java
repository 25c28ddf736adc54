package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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

    /** The whole table, written out a second time: whoever changes a line of it changes it here as well, on purpose. */
    @Test
    void the_table_is_what_was_agreed() {
        String table = Arrays.stream(Action.values())
                .filter(action -> !action.isOpen() && action != Action.OWN_ACCOUNT)
                .map(action -> action + ": "
                        + Arrays.stream(Role.values())
                                .filter(action::allows)
                                .map(Role::name)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        assertThat(table).isEqualTo("""
                POLICY_DESK: OFFICER REVIEWER DIRECTOR AUDITOR
                POLICY_EDIT: OFFICER REVIEWER DIRECTOR
                POLICY_RELEASE: REVIEWER DIRECTOR
                SEARCH_QUALITY: OFFICER REVIEWER DIRECTOR
                SEARCH_QUALITY_EDIT: OFFICER REVIEWER DIRECTOR
                SEARCH_QUALITY_ADOPT: REVIEWER DIRECTOR
                PEOPLE_SEE: DIRECTOR AUDITOR
                PEOPLE_MANAGE: DIRECTOR
                REGISTRATION_SEE: OFFICER REVIEWER DIRECTOR AUDITOR
                REGISTRATION_VERIFY: OFFICER REVIEWER DIRECTOR
                MEMBERS_SEE: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
                MEMBERS_MANAGE: ENTERPRISE_OWNER
                ENTERPRISE_SEE: OFFICER REVIEWER DIRECTOR AUDITOR
                ENTERPRISE_EDIT: OFFICER REVIEWER DIRECTOR
                OWN_PROFILE_SEE: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
                OWN_PROFILE_DECLARE: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
                AUDIT_READ: DIRECTOR AUDITOR
                TENANT_SEE: DIRECTOR AUDITOR
                TENANT_CONFIGURE: DIRECTOR
                TENANT_LEAVE: DIRECTOR
                OUTBOX_SEE: DIRECTOR AUDITOR
                PRIVACY_HANDLE: OFFICER DIRECTOR
                PLATFORM_SEE: PLATFORM_OPERATOR
                PLATFORM_OPERATE: PLATFORM_OPERATOR""");
    }

    private static Person person(Role role, @Nullable Long organisation) {
        return new Person(1, 1, "wang", "王女士", role, organisation);
    }
}
