package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.SqlTap;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists ask the database as often for 30 as for 3. */
class ListQueriesTest {
    private static final String FIRM = "云山科技有限公司";

    private final ApplicationFixture world = new ApplicationFixture();
    private final Browser owner = world.firm(FIRM);

    @AfterEach
    void nobody_listens_any_more() {
        SqlTap.listen(null);
    }

    @Test
    void pages_of_the_bureau_and_of_the_firm() {
        world.budget(world.programme, 500_000);
        long id = world.submitted(owner, FIRM, "HT-Q1", "6");
        world.approved(id);
        world.cleared(id);
        String payment = world.disbursed(id);
        world.paid(payment);
        world.send(
                world.as(Role.OFFICER),
                "/console/samples",
                Map.of("basis", "PAID", "share-PAID-" + world.programme, "100"));
        long batch = number("subsidy_batch");
        long notice = number("subsidy_notice");
        long sample = number("subsidy_sample");
        String today = ApplicationFixture.TODAY.day().toString();
        world.insert(
                "UPDATE subsidy_notice SET state = 'OPEN', closes_on = ? WHERE tenant_id = ?", today, world.city.id());
        String begun = ", 'ENDORSED', batch_id, notice_id";
        copies(2, id, begun, sample, payment, notice);
        Browser director = world.as(Role.DIRECTOR);
        Map<String, Browser> lists = new TreeMap<>(Map.of(
                "/console/applications?view=ALL",
                director,
                "/console/batches",
                director,
                "/console/batches/" + batch,
                director,
                "/console/disbursements",
                director,
                payment,
                director,
                "/console/samples",
                director,
                "/console/samples/" + sample,
                director,
                "/console/complaints",
                director));
        lists.put("/notices", new Browser());
        lists.put("/notices/" + notice, new Browser());
        lists.put("/enterprise/applications", owner);
        lists.put(payment + "/bank.csv", world.as(Role.OFFICER));
        Map<String, String> few = counted(lists);
        copies(27, id, begun, sample, payment, notice);
        assertThat(counted(lists)).isEqualTo(few);
    }

    @Test
    void the_list_of_offers() {
        world.budget(world.automatic, 500_000);
        offered(3);
        Map<String, Browser> lists = Map.of("/console/offers", world.as(Role.REVIEWER));
        Map<String, String> few = counted(lists);
        offered(27);
        assertThat(counted(lists)).isEqualTo(few);
    }

    @Test
    void what_was_handed_in_before_is_read_for_trials() {
        long id = world.submitted(owner, FIRM, "HT-Q3", "6");
        world.firstPassed(id);
        UnderRules past = TestServer.get().bean(UnderRules.class);
        copies(2, id, ", 'FIRST_PASSED', batch_id, notice_id", 0, "", 0);
        String few = counted(() -> past.each(world.city, world.programme, firm -> {}));
        copies(27, id, ", 'FIRST_PASSED', batch_id, notice_id", 0, "", 0);
        assertThat(counted(() -> past.each(world.city, world.programme, firm -> {})))
                .isEqualTo(few);
    }

    private void offered(int firms) {
        for (int firm = 0; firm < firms; firm++) {
            world.register("企业" + number("enterprise"), ApplicationFixture.code(), "一区");
        }
        assertThat(world.send(
                                world.as(Role.OFFICER),
                                "/console/offers",
                                Map.of("programme", String.valueOf(world.automatic)))
                        .body())
                .contains("找到 ");
    }

    /** So many more of the same, each with its reviews and events, in the sample, in the payment, and with an objection. */
    private void copies(int count, long id, String begun, long sample, String payment, long notice) {
        for (int at = 0; at < count; at++) {
            long copy = world.insert(
                    "INSERT INTO subsidy_application (tenant_id, number, programme_id, rule_id, enterprise_id, firm, origin,"
                            + " opened_by, opened_on, opened_at, submitted_on, facts, done, account, amount_fen, budget_year,"
                            + " first_by, second_by, changed_at, state, batch_id, notice_id)"
                            + " SELECT tenant_id, CONCAT('copy-', ?), programme_id, rule_id, enterprise_id, firm, origin,"
                            + " opened_by, opened_on, opened_at, submitted_on, facts, done, account, amount_fen, budget_year,"
                            + " first_by, second_by, changed_at" + begun + " FROM subsidy_application WHERE id = ?",
                    number("subsidy_application"),
                    id);
            world.insert(
                    "INSERT INTO subsidy_review (tenant_id, application_id, stage, passed, rule_id, amount_fen, findings, payouts,"
                            + " reason, settled, trace, trace_sha256, decided_by, after_whom, decided_at)"
                            + " SELECT tenant_id, ?, stage, passed, rule_id, amount_fen, findings, payouts, reason, settled, trace,"
                            + " trace_sha256, decided_by, after_whom, decided_at FROM subsidy_review WHERE application_id = ?",
                    copy,
                    id);
            world.insert(
                    "INSERT INTO subsidy_event (tenant_id, application_id, step, state, actor, remark, happened_at)"
                            + " SELECT tenant_id, ?, step, state, actor, remark, happened_at FROM subsidy_event WHERE application_id = ?",
                    copy,
                    id);
            if (sample == 0) {
                continue;
            }
            world.insert(
                    "INSERT INTO subsidy_sample_row (tenant_id, sample_id, application_id, drawn_by, finding, checked_by, checked_at)"
                            + " VALUES (?, ?, ?, 'a', '发现问题', 'b', '2026-01-05')",
                    world.city.id(),
                    sample,
                    copy);
            world.insert(
                    "INSERT INTO subsidy_sample (tenant_id, basis, after_at, until_at, seed, shares, drawn_by)"
                            + " SELECT tenant_id, basis, after_at + INTERVAL ? SECOND, until_at + INTERVAL ? SECOND, seed, shares, drawn_by"
                            + " FROM subsidy_sample WHERE id = ?",
                    copy,
                    copy,
                    sample);
            world.insert(
                    "INSERT INTO subsidy_disbursement_row (tenant_id, disbursement_id, application_id, ordinal, payee, account,"
                            + " amount_fen, state, remark, settled_on)"
                            + " SELECT tenant_id, disbursement_id, ?, ?, payee, account, amount_fen, state, remark, settled_on"
                            + " FROM subsidy_disbursement_row WHERE application_id = ?",
                    copy,
                    copy,
                    id);
            world.insert(
                    "INSERT INTO subsidy_complaint (tenant_id, application_id, kind, name, contact, words, received_at, due_on,"
                            + " state) VALUES (?, ?, 'OBJECTION', '某', '', '不实', '2026-01-05', '2026-01-15', 'OPEN')",
                    world.city.id(),
                    copy);
            long batch = world.insert(
                    "INSERT INTO subsidy_batch (tenant_id, title, meeting_on, state, minutes, created_by, created_at)"
                            + " VALUES (?, '会议', '2026-01-05', 'DECIDED', '', 'chen', '2026-01-05')",
                    world.city.id());
            world.insert(
                    "INSERT INTO subsidy_notice (tenant_id, batch_id, title, state, content, line_count, opens_on, closes_on,"
                            + " published_by, published_at) SELECT tenant_id, ?, title, state, content, line_count, opens_on,"
                            + " closes_on, published_by, published_at FROM subsidy_notice WHERE id = ?",
                    batch,
                    notice);
        }
    }

    private Map<String, String> counted(Map<String, Browser> lists) {
        Map<String, String> counted = new TreeMap<>();
        lists.forEach((path, browser) -> {
            HttpResponse<String> warm = world.open(browser, path);
            assertThat(warm.statusCode()).as(path).isEqualTo(200);
            counted.put(path, counted(() -> world.open(browser, path)));
        });
        return counted;
    }

    /** How often each statement of this bureau ran, so that a failure names it. */
    private String counted(Runnable act) {
        Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
        SqlTap.listen((connection, sql, parameters) -> {
            if (parameters.contains(world.city.id())) {
                counts.computeIfAbsent(
                                sql.strip().replaceAll("\\s+", " ").replaceAll("IN \\([?,]+\\)", "IN (…)"),
                                key -> new AtomicInteger())
                        .incrementAndGet();
            }
        });
        act.run();
        SqlTap.listen(null);
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " × "
                                + entry.getKey()
                                        .substring(Math.max(0, entry.getKey().indexOf("FROM")))
                                        .replaceAll("^(.{0,90}).*$", "$1"))
                        .sorted()
                        .collect(Collectors.joining("\n"));
    }

    private long number(String table) {
        return world.number("SELECT COALESCE(MAX(id), 0) FROM " + table + " WHERE tenant_id = ?", world.city.id());
    }
}
