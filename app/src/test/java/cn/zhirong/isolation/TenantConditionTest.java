package cn.zhirong.isolation;

import static cn.zhirong.isolation.Cities.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.SqlTap;
import cn.zhirong.testing.TestServer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Takes the tenant's condition out of each statement that any route sends, one at a time. Just before a statement of a bureau is
 * run, it is run in the name of a bureau that holds nothing, with the same ids: it must reach nothing. Then the same with a
 * condition made true for every row: it must reach something, or nobody would notice if the condition were forgotten.
 * Conditions between two tables of one statement are left as they are: one of the two is bound to the tenant by a condition of
 * its own, and composite foreign keys keep rows that belong together in one tenant.
 */
class TenantConditionTest {
    /** Statements whose condition cannot be told from none by what the walk holds, and why. */
    private static final Map<String, String> EQUIVALENT = Map.of(
            "DELETE FROM sign_in_attempts WHERE (tenant_id = ? OR 1 = 1) AND since < ?",
            "nothing of the walk is a day old; it takes away what means nothing any more, of whomever",
            "OR 1 = 1) AND (ends_at <= ? OR TIMESTAMPADD(SECOND, idle_seconds, last_seen_at) <= ?)",
            "no session of the walk is over; it takes away what opens nothing any more, of whomever",
            "DELETE FROM policy WHERE tenant_id = ? AND id = ? AND NOT EXISTS (SELECT 1 FROM policy_version v WHERE (",
            "numbers of policies are unique over all bureaus: versions of this policy are this bureau's",
            "DELETE FROM identity_attempt WHERE (tenant_id = ? OR 1 = 1) AND expires_at <= ?",
            "nobody of the walk is away for ten minutes; it takes away what lets nobody in any more, of whomever",
            "state IN ('STOPPED', 'FAILED')",
            "no turn of the walk is slow enough to be stopped; its key is that of the statement that stores an answer");

    @Test
    void no_condition_on_the_tenant_can_be_forgotten() {
        Tenant empty = TestServer.get().aBureau();
        SqlMutants mutants = new SqlMutants(HERE.tenant().id(), empty.id());
        SqlTap.listen(mutants);
        try {
            for (Route route : Route.all()) {
                Arrays.stream(Role.values())
                        .filter(role ->
                                role != Role.PLATFORM_OPERATOR && route.action().allows(role))
                        .findFirst()
                        .ifPresent(role -> route.send(HERE.cookies(role), Route.own(null, "")));
                route.restore();
            }
            HERE.busyDay();
        } finally {
            SqlTap.listen(null);
        }
        assertThat(mutants.reached())
                .as("statements that reach rows of another bureau")
                .isEmpty();
        assertThat(mutants.found()).hasSizeGreaterThan(50);
        Set<String> missed = mutants.missed().stream()
                .filter(mutant -> EQUIVALENT.keySet().stream().noneMatch(mutant::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missed)
                .as("mutants that nobody would notice, beside "
                        + mutants.found().size() + " found")
                .isEmpty();
    }
}
