package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
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
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        Action.OWN_ACCOUNT, Action.PLATFORM_SEE, Action.PLATFORM_AUDIT, Action.PLATFORM_OPERATE);
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
    private static final String AGREED = """
            VISIT in BUREAU reads: anybody
            ENTER in ANYWHERE reads: anybody
            OWN_ACCOUNT in ANYWHERE: OFFICER REVIEWER DIRECTOR FUND_MANAGER AUDITOR FINANCE_OFFICE BANK_MANAGER GUARANTOR\
             INSURER VALUER SERVICE_AGENT CUSTODIAN ENTERPRISE_OWNER ENTERPRISE_ASSISTANT PLATFORM_OPERATOR
            SEVERAL_BUREAUS in BUREAU: BANK_MANAGER GUARANTOR INSURER VALUER SERVICE_AGENT CUSTODIAN
            POLICY_DESK in BUREAU reads: OFFICER REVIEWER DIRECTOR AUDITOR
            POLICY_EDIT in BUREAU: OFFICER REVIEWER DIRECTOR
            POLICY_RELEASE in BUREAU: REVIEWER DIRECTOR
            SEARCH_QUALITY in BUREAU reads: OFFICER REVIEWER DIRECTOR AUDITOR
            SEARCH_QUALITY_EDIT in BUREAU: OFFICER REVIEWER DIRECTOR
            SEARCH_QUALITY_ADOPT in BUREAU: REVIEWER DIRECTOR
            PEOPLE_SEE in BUREAU reads: DIRECTOR AUDITOR
            PEOPLE_MANAGE in BUREAU: DIRECTOR
            REGISTRATION_SEE in BUREAU reads: OFFICER REVIEWER DIRECTOR AUDITOR
            REGISTRATION_VERIFY in BUREAU: OFFICER REVIEWER DIRECTOR
            MEMBERS_SEE in BUREAU reads: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
            MEMBERS_MANAGE in BUREAU: ENTERPRISE_OWNER
            ENTERPRISE_SEE in BUREAU reads: OFFICER REVIEWER DIRECTOR AUDITOR
            ENTERPRISE_EDIT in BUREAU: OFFICER REVIEWER DIRECTOR
            OWN_PROFILE_SEE in BUREAU reads: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
            OWN_PROFILE_DECLARE in BUREAU: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
            RULE_SEE in BUREAU reads: OFFICER REVIEWER DIRECTOR AUDITOR
            RULE_DRAFT in BUREAU: OFFICER REVIEWER DIRECTOR
            RULE_PUBLISH in BUREAU: REVIEWER DIRECTOR
            APPLICATION_OWN_SEE in BUREAU reads: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
            APPLICATION_OWN in BUREAU: ENTERPRISE_OWNER ENTERPRISE_ASSISTANT
            APPLICATION_SEE in BUREAU reads: OFFICER REVIEWER DIRECTOR AUDITOR
            APPLICATION_REVIEW in BUREAU: OFFICER REVIEWER DIRECTOR
            APPLICATION_DECIDE in BUREAU: REVIEWER DIRECTOR
            PAYMENT_SEE in BUREAU reads: OFFICER REVIEWER DIRECTOR AUDITOR FINANCE_OFFICE
            PAYMENT_FILE in BUREAU reads: OFFICER REVIEWER DIRECTOR FINANCE_OFFICE
            PAYMENT_CONFIRM in BUREAU: FINANCE_OFFICE
            BUDGET_SET in BUREAU: DIRECTOR
            AUDIT_READ in BUREAU reads: DIRECTOR AUDITOR
            TENANT_SEE in BUREAU reads: DIRECTOR AUDITOR
            TENANT_CONFIGURE in BUREAU: DIRECTOR
            TENANT_LEAVE in BUREAU: DIRECTOR
            OUTBOX_SEE in BUREAU reads: DIRECTOR AUDITOR
            PRIVACY_HANDLE in BUREAU: OFFICER DIRECTOR
            PLATFORM_SEE in PLATFORM reads: PLATFORM_OPERATOR
            PLATFORM_AUDIT in PLATFORM reads: PLATFORM_OPERATOR
            PLATFORM_OPERATE in PLATFORM: PLATFORM_OPERATOR
            """;

    @Test
    void the_table_is_what_was_agreed() {
        assertThat(table(Action::allows)).isEqualTo(AGREED);
    }

    /** Each cell of the table turned about, one at a time: a role too many or one too few is never taken for what was agreed. */
    @Test
    void no_cell_of_the_table_can_change_unseen() {
        for (Action mutant : Action.values()) {
            for (Role role : Role.values()) {
                assertThat(table((action, it) -> (action == mutant && it == role) != action.allows(it)))
                        .as(mutant + " for " + role)
                        .isNotEqualTo(AGREED);
            }
        }
    }

    private static String table(BiPredicate<Action, Role> allows) {
        return Arrays.stream(Action.values())
                .map(action -> action + " in " + action.place() + (action.isReading() ? " reads" : "") + ": "
                        + who(
                                Arrays.stream(Role.values())
                                        .filter(role -> allows.test(action, role))
                                        .map(Role::name)
                                        .toList(),
                                action)
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String who(List<String> roles, Action action) {
        return action.isOpen() && roles.size() == Role.values().length ? "anybody" : String.join(" ", roles);
    }

    private static Person person(Role role, @Nullable Long organisation) {
        return new Person(1, 1, "wang", "王女士", role, organisation);
    }
}
