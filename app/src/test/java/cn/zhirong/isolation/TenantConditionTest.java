package cn.zhirong.isolation;

import static cn.zhirong.isolation.Cities.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.knowledge.FreshIndex;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.SqlTap;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the tenant's condition out of each statement that any route sends, one at a time. Just before a statement of a bureau is
 * run, it is run in the name of a bureau that holds nothing, with the same ids: it must reach nothing. Then the same with a
 * condition made true for every row: it must reach something, or nobody would notice if the condition were forgotten.
 * Conditions between two tables of one statement are taken out as well, in the bureau's own name: where a key may stand in two
 * bureaus, as that of a conversation does here, rows of the other one would come along. An index is built anew and kept up on
 * this thread, so that the statements of its follower are among them.
 */
class TenantConditionTest {
    /** Statements whose condition cannot be told from none by what the walk holds, and why. */
    private static final Map<String, String> EQUIVALENT = Map.ofEntries(
            Map.entry(
                    "DELETE FROM sign_in_attempts WHERE (tenant_id = ? OR 1 = 1) AND since < ?",
                    "nothing of the walk is a day old; it takes away what means nothing any more, of whomever"),
            Map.entry(
                    "OR 1 = 1) AND (ends_at <= ? OR TIMESTAMPADD(SECOND, idle_seconds, last_seen_at) <= ?)",
                    "no session of the walk is over; it takes away what opens nothing any more, of whomever"),
            Map.entry(
                    "DELETE FROM policy WHERE tenant_id = ? AND id = ? AND NOT EXISTS (SELECT 1 FROM policy_version v WHERE (",
                    "numbers of policies are unique over all bureaus: versions of this policy are this bureau's"),
            Map.entry(
                    "DELETE FROM identity_attempt WHERE (tenant_id = ? OR 1 = 1) AND expires_at <= ?",
                    "nobody of the walk is away for ten minutes; it takes away what lets nobody in any more, of whomever"),
            Map.entry(
                    "DELETE FROM subsidy_told WHERE (tenant_id = ? OR 1 = 1) AND account_id = ?",
                    "whoever leaves in the walk was told nothing; numbers of accounts are unique over all bureaus"),
            Map.entry(
                    "UPDATE subsidy_complaint SET name = '', contact = '', account_id = NULL WHERE (tenant_id = ? OR 1 = 1)",
                    "whoever leaves in the walk objected to nothing; numbers of accounts are unique over all bureaus"),
            Map.entry(
                    "FROM subsidy_programme_version v WHERE (v.tenant_id = ? OR 1 = 1) AND v.programme_id = ? AND v.put_at <= ?",
                    "numbers of programmes are unique over all bureaus: versions of this programme are this bureau's"),
            Map.entry(
                    "(tenant_id = ? OR 1 = 1) AND state = 'RUNNING' AND asked_at <= ?",
                    "no trial of the walk is ten minutes old; it ends what runs no more, of whomever"),
            Map.entry(
                    "FROM subsidy_notice n WHERE (n.tenant_id = ? OR 1 = 1) AND n.batch_id = ?",
                    "numbers of lists are unique over all bureaus: the notice of this list is this bureau's"),
            Map.entry(
                    "WHERE (p.tenant_id = ? OR 1 = 1) AND p.disbursement_id = ? ORDER BY p.ordinal, e.id",
                    "no payment of the walk failed; numbers of batches are unique over all bureaus"),
            Map.entry(
                    "FROM subsidy_event e WHERE (e.tenant_id = ? OR 1 = 1) AND e.application_id IN (",
                    "numbers of applications are unique over all bureaus: what happened to these is this bureau's"),
            Map.entry(
                    "FROM subsidy_complaint c WHERE (c.tenant_id = ? OR 1 = 1) AND c.application_id IN (",
                    "numbers of applications are unique over all bureaus: complaints about these are this bureau's"),
            Map.entry(
                    "FROM subsidy_review l WHERE (l.tenant_id = ? OR 1 = 1) AND l.application_id IN (",
                    "numbers of applications are unique over all bureaus: reviews of these are this bureau's"),
            Map.entry(
                    "FROM subsidy_review r WHERE (r.tenant_id = ? OR 1 = 1) AND r.id IN (SELECT MAX(l.id)",
                    "numbers of reviews are unique over all bureaus, and those of this bureau are looked for inside"),
            Map.entry(
                    "WHERE (a.tenant_id = ? OR 1 = 1) AND a.state IN ('FOUND', 'OFFERED') GROUP BY a.programme_id",
                    "numbers of programmes are unique over all bureaus: counts of other programmes than its own are passed over"),
            Map.entry(
                    "state IN ('STOPPED', 'FAILED')",
                    "no turn of the walk is slow enough to be stopped; its key is that of the statement that stores an answer"));

    /**
     * Conditions between two tables that are joined by a number of the database's own: it is given once over all bureaus, and the
     * composite foreign key keeps the two rows in one, so that nothing of another could come along.
     */
    private static final Set<String> JOINED_BY_NUMBER = Set.of(
            "f.tenant_id = v.tenant_id OR 1 = 1) AND f.id = v.file_id",
            "p.tenant_id = v.tenant_id OR 1 = 1) AND p.id = v.policy_id",
            "s.tenant_id = e.tenant_id OR 1 = 1) AND s.enterprise_id = e.id",
            "v.tenant_id = t.tenant_id OR 1 = 1) AND v.id = t.version_id",
            "a.tenant_id = c.tenant_id OR 1 = 1) AND a.id = c.account_id",
            "a.tenant_id = t.tenant_id OR 1 = 1) AND a.id = t.account_id",
            "a.tenant_id = s.tenant_id OR 1 = 1) AND a.id = s.account_id",
            "i.tenant_id = e.tenant_id OR 1 = 1) AND i.enterprise_id = e.id",
            "f.tenant_id = m.tenant_id OR 1 = 1) AND f.id = m.file_id",
            "r.tenant_id = a.tenant_id OR 1 = 1) AND r.application_id = a.id",
            "a.tenant_id = e.tenant_id OR 1 = 1) AND a.id = e.application_id",
            "e.tenant_id = p.tenant_id OR 1 = 1) AND e.application_id = p.application_id",
            "d.tenant_id = e.tenant_id OR 1 = 1) AND d.id = e.disbursement_id",
            "n.tenant_id = ? OR 1 = 1) AND EXISTS (SELECT 1 FROM subsidy_application a WHERE a.tenant_id = ?",
            "a.tenant_id = ? OR 1 = 1) AND a.notice_id = n.id AND a.programme_id IN (?)");

    @TempDir
    private Path folder;

    @Test
    void no_condition_on_the_tenant_can_be_forgotten() throws IOException, SQLException {
        Tenant empty = TestServer.get().aBureau();
        twins(TestServer.get().aBureau());
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
            try (FreshIndex index = new FreshIndex(folder)) {
                index.follow(HERE.tenant());
                HERE.make(Thing.VERSION);
                index.follow(HERE.tenant());
            }
        } finally {
            SqlTap.listen(null);
        }
        assertThat(mutants.reached())
                .as("statements that reach rows of another bureau")
                .isEmpty();
        assertThat(mutants.found()).hasSizeGreaterThan(50);
        Set<String> missed = mutants.missed().stream()
                .filter(mutant -> EQUIVALENT.keySet().stream().noneMatch(mutant::contains))
                .filter(mutant -> JOINED_BY_NUMBER.stream().noneMatch(mutant::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missed)
                .as("mutants that nobody would notice, beside "
                        + mutants.found().size() + " found")
                .isEmpty();
    }

    /** Gives another bureau conversations of the very keys that those of the walk have. */
    private static void twins(Tenant other) throws SQLException {
        try (var connection = TestServer.get().connection()) {
            for (String sql : new String[] {
                "INSERT INTO conversation (tenant_id, id, visitor, created_at)"
                        + " SELECT ?, id, visitor, created_at FROM conversation WHERE tenant_id = ?",
                "INSERT INTO turn (tenant_id, conversation_id, number, form, question, as_of, state, asked_at)"
                        + " SELECT ?, conversation_id, number, form, question, as_of, state, asked_at FROM turn"
                        + " WHERE tenant_id = ?"
            }) {
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    insert.setLong(1, other.id());
                    insert.setLong(2, HERE.tenant().id());
                    assertThat(insert.executeUpdate()).isPositive();
                }
            }
        }
    }
}
