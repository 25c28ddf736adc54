package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.testing.Browser;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Long lists come page by page: as many as fit are one page, one more begins the next. */
class ListPagesTest {
    private final ApplicationFixture world = new ApplicationFixture();
    private final Browser director = world.as(Role.DIRECTOR);

    @Test
    void lists_for_meetings() {
        for (int n = 1; n <= Paging.SIZE; n++) {
            batch("第" + n + "次会议");
        }
        assertThat(page("/console/batches")).contains("第1次会议").doesNotContain("class=\"pagination\"");
        batch("第51次会议");
        assertThat(page("/console/batches"))
                .contains("第51次会议", "第2次会议", "class=\"pagination\"", "?page=2\"")
                .doesNotContain(">第1次会议<");
        assertThat(page("/console/batches?page=2")).contains(">第1次会议<").doesNotContain("第2次会议");
        assertThat(page("/console/batches?page=9")).contains(">第1次会议<");
        assertThat(page("/console/batches?page=0")).contains("第51次会议");
    }

    @Test
    void payments() {
        for (int n = 1; n <= Paging.SIZE + 1; n++) {
            world.insert(
                    "INSERT INTO subsidy_disbursement (tenant_id, number, state, total_fen, created_by, created_at)"
                            + " VALUES (?, ?, 'OPEN', 100, 'chen', '2026-01-05')",
                    world.city.id(),
                    "2026-B-" + n + "-X");
        }
        assertThat(page("/console/disbursements"))
                .contains("2026-B-51-X", "2026-B-2-X")
                .doesNotContain("2026-B-1-X");
        assertThat(page("/console/disbursements?page=2")).contains("2026-B-1-X").doesNotContain("2026-B-2-X");
    }

    @Test
    void samples() {
        for (int n = 1; n <= Paging.SIZE + 1; n++) {
            world.insert(
                    "INSERT INTO subsidy_sample (tenant_id, basis, after_at, until_at, seed, shares, drawn_by)"
                            + " VALUES (?, 'PAID', '2026-01-05' + INTERVAL ? DAY, '2026-01-06' + INTERVAL ? DAY, 'x', '[]', 'chen')",
                    world.city.id(),
                    n,
                    n);
        }
        assertThat(rows(page("/console/samples"), "/console/samples/[0-9]+\"")).hasSize(Paging.SIZE);
        assertThat(rows(page("/console/samples?page=2"), "/console/samples/[0-9]+\""))
                .hasSize(1);
    }

    @Test
    void objections_are_answered_on_their_page() {
        Browser owner = world.firm("云山科技有限公司");
        long id = world.submitted(owner, "云山科技有限公司", "HT-L1", "6");
        for (int n = 1; n <= Paging.SIZE + 1; n++) {
            world.insert(
                    "INSERT INTO subsidy_complaint (tenant_id, application_id, kind, name, contact, words, received_at, due_on,"
                            + " state) VALUES (?, ?, 'OBJECTION', '某', '', ?, '2026-01-05', '2026-01-15', 'OPEN')",
                    world.city.id(),
                    id,
                    "理由" + n + "。");
        }
        assertThat(page("/console/complaints")).contains("理由1。", "理由50。").doesNotContain("理由51。");
        String second = page("/console/complaints?page=2");
        assertThat(second).contains("理由51。").doesNotContain("理由50。");
        String form =
                rows(second, "/console/complaints/[0-9]+/decision\\?page=2").getFirst();
        assertThat(world.send(director, form, Map.of("answer-" + form.split("/")[3], "短", "decision", "reject"))
                        .body())
                .as("what was typed is there again")
                .contains("理由51。", ">短</textarea>");
    }

    @Test
    void offers_of_a_programme() {
        world.register("企业", ApplicationFixture.code(), "一区");
        world.send(world.as(Role.OFFICER), "/console/offers", Map.of("programme", String.valueOf(world.automatic)));
        long id = world.number("SELECT MAX(id) FROM subsidy_application WHERE tenant_id = ?", world.city.id());
        for (int n = 2; n <= OfferController.SHOWN; n++) {
            copy(id, n);
        }
        assertThat(page("/console/offers"))
                .contains("待复核 300 家", "合计 300万元", ">企业2<")
                .doesNotContain("class=\"pagination\"");
        copy(id, OfferController.SHOWN + 1);
        String first = page("/console/offers");
        assertThat(first).contains("待复核 301 家", "合计 301万元", ">企业300<").doesNotContain(">企业301<");
        String next = rows(first, "/console/offers\\?programme=[a-z-]+&amp;page=2")
                .getFirst()
                .replace("&amp;", "&");
        assertThat(page(next)).contains(">企业301<").doesNotContain(">企业300<");
    }

    private void copy(long id, int n) {
        world.insert(
                "INSERT INTO subsidy_application (tenant_id, number, programme_id, rule_id, enterprise_id, firm, origin, state,"
                        + " opened_by, opened_on, opened_at, facts, amount_fen, first_by, changed_at)"
                        + " SELECT tenant_id, CONCAT('copy-', ?), programme_id, rule_id, enterprise_id, CONCAT('企业', ?), origin,"
                        + " state, opened_by, opened_on, opened_at, facts, amount_fen, first_by, changed_at"
                        + " FROM subsidy_application WHERE id = ?",
                n,
                n,
                id);
    }

    private void batch(String title) {
        world.insert(
                "INSERT INTO subsidy_batch (tenant_id, title, meeting_on, state, minutes, created_by, created_at)"
                        + " VALUES (?, ?, '2026-01-05', 'DECIDED', '', 'chen', '2026-01-05')",
                world.city.id(),
                title);
    }

    private String page(String path) {
        return world.open(director, path).body();
    }

    /** Addresses on a page, below the bureau's own. */
    private static List<String> rows(String page, String address) {
        return Pattern.compile(address)
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
