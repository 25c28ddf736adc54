package cn.zhirong.drafting;

import static cn.zhirong.drafting.RuleBureau.CHEN;
import static cn.zhirong.drafting.RuleBureau.LI;
import static cn.zhirong.drafting.RuleBureau.WANG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.access.AuditEntry;
import cn.zhirong.access.AuditQuery;
import cn.zhirong.access.AuditTrail;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Series;
import cn.zhirong.subsidy.RateEntries;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What one person enters of a rate, no rule reckons with before another has confirmed it. */
class RatesServerTest {
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-20");
    private static final LocalDate KEPT = LocalDate.parse("2026-02-10");

    private final RuleBureau bureau = new RuleBureau();
    private final RateEntries entries = TestServer.get().bean(RateEntries.class);

    private static Series lpr(Map<LocalDate, Rate> rates, LocalDate kept) {
        NavigableMap<LocalDate, Rate> points = new TreeMap<>(rates);
        return new Series("lpr-1y", "1年期LPR", points, kept);
    }

    private Series now(Tenant tenant) {
        return TestServer.get().bean(Vocabularies.class).series(tenant).stream()
                .map(Vocabularies.KeptSeries::series)
                .filter(one -> one.name().equals("lpr-1y"))
                .findFirst()
                .orElseThrow();
    }

    private long waiting() {
        return entries.waiting(bureau.tenant).getFirst().id();
    }

    private boolean enter(String actor, String rate, LocalDate day) {
        return entries.enter(
                bureau.tenant, actor, lpr(Map.of(day, Rate.written(rate).orElseThrow()), KEPT), "");
    }

    @Test
    void a_value_holds_once_another_person_confirmed_it_and_the_audit_says_what_was_before() {
        Series before = now(bureau.tenant);
        assertThat(enter(CHEN, "2.9%", JANUARY)).isTrue();

        assertThat(now(bureau.tenant)).isEqualTo(before);
        assertThat(before.on(KEPT)).isEmpty();
        assertThatThrownBy(() -> entries.confirm(bureau.tenant, CHEN, waiting()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("另一人");
        assertThat(now(bureau.tenant)).isEqualTo(before);

        entries.confirm(bureau.tenant, LI, waiting());

        assertThat(now(bureau.tenant).rates())
                .containsEntry(JANUARY, Rate.written("2.9%").orElseThrow());
        assertThat(now(bureau.tenant).keptUntil()).isEqualTo(KEPT);
        assertThat(entries.waiting(bureau.tenant)).isEmpty();
        AuditEntry told =
                TestServer.get()
                        .bean(AuditTrail.class)
                        .search(bureau.tenant, AuditQuery.ALL, Long.MAX_VALUE, 50)
                        .stream()
                        .filter(entry -> entry.actor().equals(LI))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.action()).isEqualTo("subsidy.rate");
        assertThat(told.stateBefore()).contains("没有值").contains("2026-01-31");
        assertThat(told.stateAfter()).contains("2.9%").contains("2026-02-10");
    }

    @Test
    void a_later_day_alone_waits_too_since_the_old_value_is_paid_until_then() {
        assertThat(entries.enter(bureau.tenant, CHEN, lpr(Map.of(), KEPT), "")).isTrue();
        assertThat(now(bureau.tenant).on(KEPT)).isEmpty();
        entries.confirm(bureau.tenant, LI, waiting());
        assertThat(now(bureau.tenant).on(KEPT)).isPresent();
    }

    @Test
    void what_was_withdrawn_never_holds_and_something_else_can_be_entered() {
        enter(CHEN, "31%", JANUARY);
        assertThatThrownBy(() -> enter(CHEN, "3.1%", JANUARY))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("等待确认");
        long first = waiting();
        entries.withdraw(bureau.tenant, CHEN, first);
        assertThatThrownBy(() -> entries.confirm(bureau.tenant, LI, first))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("处理过");
        enter(CHEN, "3.1%", JANUARY);
        entries.confirm(bureau.tenant, LI, waiting());
        assertThat(now(bureau.tenant).rates())
                .containsEntry(JANUARY, Rate.written("3.1%").orElseThrow());
    }

    @Test
    void a_new_series_begins_without_values() {
        Series five = new Series("lpr-5y", "5年期以上LPR", new TreeMap<>(Map.of(JANUARY, Rate.percent(4))), KEPT);
        assertThat(entries.enter(bureau.tenant, CHEN, five, "")).isTrue();
        assertThat(TestServer.get().bean(Vocabularies.class).series(bureau.tenant).stream()
                        .map(Vocabularies.KeptSeries::series)
                        .filter(one -> one.name().equals("lpr-5y")))
                .singleElement()
                .satisfies(one -> assertThat(one.rates()).isEmpty());
    }

    @Test
    void the_database_refuses_one_person_who_does_both_and_two_that_wait() throws SQLException {
        enter(CHEN, "2.9%", JANUARY);
        refused(
                "UPDATE rate_entry SET state = 'CONFIRMED', decided_by = entered_by WHERE tenant_id = ?",
                "rate_entry_second_person");
        refused("UPDATE rate_entry SET state = 'CONFIRMED' WHERE tenant_id = ?", "rate_entry_second_person");
        refused(
                "INSERT INTO rate_entry (tenant_id, name, kept_until, state, entered_by, entered_at)"
                        + " SELECT tenant_id, name, kept_until, state, entered_by, entered_at FROM rate_entry WHERE tenant_id = ?",
                "rate_entry_waiting");
    }

    private void refused(String sql, String constraint) throws SQLException {
        try (Connection connection = TestServer.get().connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, bureau.tenant.id());
            assertThatThrownBy(statement::executeUpdate)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(constraint);
        }
    }

    @Test
    void another_bureau_neither_sees_nor_confirms_what_waits() {
        enter(CHEN, "2.9%", JANUARY);
        Tenant other = TestServer.get().aBureau();
        long id = waiting();
        assertThat(entries.waiting(other)).isEmpty();
        assertThatThrownBy(() -> entries.confirm(other, WANG, id)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> entries.withdraw(other, WANG, id)).isInstanceOf(Refusal.class);
        assertThat(entries.waiting(bureau.tenant)).hasSize(1);
    }
}
