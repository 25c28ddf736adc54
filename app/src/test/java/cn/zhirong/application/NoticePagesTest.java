package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Browser;
import org.junit.jupiter.api.Test;

/** A bureau with 60 public notices that are over, and one that is open. */
class NoticePagesTest {
    private final ApplicationFixture world = new ApplicationFixture();
    private final Browser anybody = new Browser();

    @Test
    void older_notices_are_a_link_away_and_lists_do_not_read_what_notices_say() {
        for (int n = 1; n <= 60; n++) {
            notice("第" + n + "次名单", "CLOSED", "2026-01-15");
        }
        notice("正在公示的名单", "OPEN", ApplicationFixture.TODAY.day().plusDays(3).toString());
        notice("到期未结束的名单", "OPEN", ApplicationFixture.TODAY.day().minusDays(1).toString());
        String first = world.open(anybody, "/notices").body();
        assertThat(first)
                .contains("正在公示的名单", "到期未结束的名单", "第12次名单", "7 家次", "更早的公示")
                .doesNotContain("第11次名单", "最新的公示");
        String link = first.split("<a href=\"")[indexOf(first)].split("\"")[0].substring(
                world.path("").length());
        String second = world.open(anybody, link).body();
        assertThat(second).contains("第11次名单", "第1次名单", "最新的公示").doesNotContain("第12次名单", "正在公示的名单", "更早的公示");
        assertThat(world.open(anybody, "/calendar.ics").body()).contains("正在公示的名单", "第60次名单");
    }

    private static int indexOf(String page) {
        String[] links = page.split("<a href=\"");
        for (int at = 1; at < links.length; at++) {
            if (links[at].contains(">更早的公示<")) {
                return at;
            }
        }
        throw new AssertionError("no link to older notices");
    }

    /** What it says is no JSON at all: whoever reads it fails. */
    private void notice(String title, String state, String until) {
        long batch = world.insert(
                "INSERT INTO subsidy_batch (tenant_id, title, meeting_on, state, minutes, created_by, created_at)"
                        + " VALUES (?, '会议', '2026-01-05', 'DECIDED', '', 'chen', '2026-01-05')",
                world.city.id());
        world.insert(
                "INSERT INTO subsidy_notice (tenant_id, batch_id, title, state, content, line_count, opens_on, closes_on,"
                        + " published_by, published_at) VALUES (?, ?, ?, ?, 'x', 7, '2026-01-05', ?, 'chen', '2026-01-05')",
                world.city.id(),
                batch,
                title,
                state,
                until);
    }
}
