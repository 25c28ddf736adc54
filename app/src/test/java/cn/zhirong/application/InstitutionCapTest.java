package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One guarantor stands behind loans of two firms; it gets 1万元 for each, and no more than 1.5万元 a year. */
class InstitutionCapTest {
    private static final String RULE =
            PayeeServerTest.RULE.replace("rule: shared", "rule: capped").replace("caps:\n", """
                    caps:
                      - per: year
                        of: guarantee
                        at-most: 1.5万元
                        provision: 第七条之一
                    """);

    private final ApplicationFixture world = new ApplicationFixture();
    private final TestServer server = TestServer.get();
    private final long programme = world.programme("capped", "贴息和担保补助（示例）", "GUARANTEE_FEE", RULE);
    private final Person reviewer =
            server.bean(Accounts.class).create(world.city, "reviewer-of-both", "复核", Role.REVIEWER);

    @Test
    void two_approvals_at_one_moment_do_not_pass_the_cap_of_the_guarantor_together() throws Exception {
        world.budget(programme, 500_000);
        long one = firstPassed("云山科技有限公司", "HT-C1");
        long other = firstPassed("海州贸易有限公司", "HT-C2");
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(2);
                Connection holder = server.connection()) {
            // Both have come as far as they can before one of them goes on: to the budget, or to what is held before
            // it.
            holder.setAutoCommit(false);
            hold(holder);
            for (long id : List.of(one, other)) {
                Callable<String> approval = () -> approve(id);
                answers.add(people.submit(approval));
            }
            Patience.until("both approvals wait", () -> waiting() == 2);
            holder.commit();
        }
        assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                .containsExactlyInAnyOrder("approved", "outdated");
        assertThat(world.number(
                        "SELECT SUM(fen) FROM subsidy_grant WHERE tenant_id = ? AND payee = '甲担保'", world.city.id()))
                .isEqualTo(1_000_000);
    }

    private String approve(long id) {
        try {
            server.bean(Reviews.class).second(world.city, reviewer, id, "");
            return "approved";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }

    private void hold(Connection connection) throws SQLException {
        try (PreparedStatement held = connection.prepareStatement(
                "SELECT amount_fen FROM subsidy_budget WHERE tenant_id = ? AND programme_id = ? FOR UPDATE")) {
            held.setLong(1, world.city.id());
            held.setLong(2, programme);
            held.executeQuery();
        }
    }

    /** How many statements wait for what is held. */
    private int waiting() throws SQLException {
        try (Connection connection = server.connection();
                PreparedStatement asked = connection.prepareStatement(
                        "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID()"
                                + " AND (INFO LIKE '%subsidy_budget%' OR INFO LIKE '%subsidy_programme%FOR UPDATE%')");
                ResultSet rows = asked.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private long firstPassed(String firm, String contract) {
        Browser owner = world.firm(firm);
        long id = world.guaranteed(owner, firm, "capped", contract);
        world.firstPassed(id);
        return id;
    }
}
