package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** 500 firms that each are due 1万元, and a budget of 100万元. */
class BudgetRaceTest {
    private static final int FIRMS = 500;
    private static final int COVERED = 100;
    private static final long EACH = 1_000_000;

    private final TestServer server = TestServer.get();
    private final ApplicationFixture world = new ApplicationFixture();
    private final Reviews reviews = server.bean(Reviews.class);
    private final Person reviewer =
            server.bean(Accounts.class).create(world.city, "reviewer-of-all", "复核", Role.REVIEWER);

    @Test
    void of_500_approvals_at_once_exactly_those_that_the_budget_covers_succeed() throws Exception {
        List<Long> all = waiting();
        assertThat(approved(all, new AtomicInteger())).isEqualTo(COVERED);
        isWhole();
    }

    @Test
    void so_it_is_when_connections_die_in_the_midst() throws Exception {
        List<Long> all = waiting();
        AtomicInteger killed = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Thread killer = Thread.ofPlatform().start(() -> kill(over, killed));
        int approved = 0;
        try {
            // Whoever was cut off does not know what became of it and tries again, as a person would.
            for (int round = 0; round < 20 && approved < COVERED; round++) {
                approved += approved(stillWaiting(all), new AtomicInteger());
                approved = (int) count("APPROVED");
            }
        } finally {
            over.set(true);
            killer.join();
        }
        assertThat(killed.get()).as("connections that were killed").isPositive();
        assertThat(approved(stillWaiting(all), new AtomicInteger()) + count("APPROVED"))
                .isGreaterThanOrEqualTo(COVERED);
        isWhole();
    }

    /** What is reserved is what was approved, to the fen, and the grants and events say the same. */
    private void isWhole() {
        assertThat(count("APPROVED")).isEqualTo(COVERED);
        assertThat(count("FIRST_PASSED")).isEqualTo(FIRMS - COVERED);
        assertThat(world.number(
                        "SELECT reserved_fen FROM subsidy_budget WHERE tenant_id = ? AND programme_id = ?",
                        world.city.id(),
                        world.programme))
                .isEqualTo(COVERED * EACH);
        assertThat(world.number("SELECT SUM(fen) FROM subsidy_grant WHERE tenant_id = ?", world.city.id()))
                .isEqualTo(COVERED * EACH);
        assertThat(world.number(
                        "SELECT COUNT(*) FROM subsidy_event WHERE tenant_id = ? AND step = 'SECOND_PASS'",
                        world.city.id()))
                .isEqualTo(COVERED);
        assertThat(world.number(
                        "SELECT COUNT(*) FROM subsidy_thing WHERE tenant_id = ? AND held IS NOT NULL", world.city.id()))
                .isEqualTo(COVERED);
        assertThat(world.number(
                        "SELECT COUNT(*) FROM audit_entry WHERE tenant_id = ? AND action = 'application.second-pass'",
                        world.city.id()))
                .isEqualTo(COVERED);
    }

    /** All at once; gives how many were told that they succeeded. */
    private int approved(List<Long> all, AtomicInteger cutOff) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        AtomicInteger approved = new AtomicInteger();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> decisions = new ArrayList<>();
            for (long id : all) {
                decisions.add(people.submit(() -> {
                    start.await();
                    if (isApproved(id, cutOff)) {
                        approved.incrementAndGet();
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> decision : decisions) {
                decision.get();
            }
        }
        return approved.get();
    }

    private boolean isApproved(long id, AtomicInteger cutOff) {
        for (int tries = 0; tries < 50; tries++) {
            try {
                reviews.second(world.city, reviewer, id, "");
                return true;
            } catch (Refusal refusal) {
                if (refusal.type().equals("insufficient-budget")
                        || refusal.type().equals("state")) {
                    return false;
                }
                throw refusal;
            } catch (RuntimeException noConnection) {
                // Too many at once for the pool, or killed: the same person tries again.
                cutOff.incrementAndGet();
            }
        }
        throw new AssertionError("no answer for application " + id);
    }

    private List<Long> stillWaiting(List<Long> all) {
        Applications applications = server.bean(Applications.class);
        return all.stream()
                .filter(id -> applications.seen(world.city, id).state() == State.FIRST_PASSED)
                .toList();
    }

    private long count(String state) {
        return world.number(
                "SELECT COUNT(*) FROM subsidy_application WHERE tenant_id = ? AND state = ?", world.city.id(), state);
    }

    /** Kills whoever holds the budget or waits for it, again and again: in the midst of a transaction. */
    private void kill(AtomicBoolean over, AtomicInteger killed) {
        while (!over.get() && killed.get() < 40) {
            List<Long> busy = new ArrayList<>();
            try (Connection connection = server.connection();
                    Statement statement = connection.createStatement()) {
                try (ResultSet rows = statement.executeQuery(
                        "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'UPDATE subsidy_budget SET reserved_fen = reserved_fen +%' LIMIT 2")) {
                    while (rows.next()) {
                        busy.add(rows.getLong(1));
                    }
                }
                for (long id : busy) {
                    statement.execute("KILL " + id);
                    killed.incrementAndGet();
                }
            } catch (SQLException gone) {
                // It ended before it could be killed.
            }
        }
    }

    /** Applications that wait for their second look, with the first one's trace. */
    private List<Long> waiting() {
        world.budget(world.programme, COVERED * EACH / 100);
        Person officer = server.bean(Accounts.class).create(world.city, "officer-of-all", "经办", Role.OFFICER);
        Json json = server.bean(Json.class);
        long rule = world.number(
                "SELECT id FROM subsidy_rule WHERE tenant_id = ? AND programme_id = ?",
                world.city.id(),
                world.programme);
        LocalDate today = ApplicationFixture.TODAY.day();
        List<Long> all = new ArrayList<>();
        for (int firm = 0; firm < FIRMS; firm++) {
            CreditCode code = ApplicationFixture.code();
            long enterprise = world.register("企业" + firm, code, "");
            long id = world.insert(
                    "INSERT INTO subsidy_application (tenant_id, number, programme_id, rule_id, enterprise_id, firm, origin, state,"
                            + " opened_by, opened_on, opened_at, submitted_on, facts, changed_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 'APPLIED', 'ACCEPTED', 'he', ?, '2026-01-05', ?, ?, '2026-01-05')",
                    world.city.id(),
                    ApplicationNumber.of(today.getYear(), world.city.slug(), firm + 1)
                            .text(),
                    world.programme,
                    rule,
                    enterprise,
                    "企业" + firm,
                    today,
                    today,
                    json.write(FactsJson.write(facts("HT-" + firm, today))));
            Findings findings =
                    new Findings(today, List.of(new Findings.Judgement("business-use", true, "已看资金流水")), List.of());
            reviews.first(world.city, officer, id, findings, true, "");
            all.add(id);
        }
        return all;
    }

    private static Facts facts(String contract, LocalDate today) {
        Provenance said = new Provenance(Source.DECLARED, today, "");
        FactRecord loan = new FactRecord(
                contract,
                Map.of("interest-paid", Value.of(new Money(2 * EACH)), "other-subsidy", Value.of(false)),
                said);
        return Facts.of(Map.of(
                "registered-here", new Fact(Value.of(true), said),
                "loans", new Fact(Value.ofRecords(List.of(loan)), said)));
    }
}
