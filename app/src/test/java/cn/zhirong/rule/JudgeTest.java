package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.kernel.ProvisionReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final ProvisionReference CLAUSE = new ProvisionReference("p", "1", "第一条");
    private static final FactRef STAYS = fact("stays");
    private static final FactRef HERE = fact("registered-here");
    private static final FactRef CONTRIBUTION = fact("contribution");

    private static FactRef fact(String name) {
        return FactRef.fact(Asking.VOCABULARY.facts().find(name).orElseThrow());
    }

    /** A condition that comes out so when nothing is known but that the firm stays. */
    private static Criterion of(Verdict verdict) {
        return switch (verdict) {
            case MET -> new Criterion.Is(STAYS, true, CLAUSE);
            case NOT_MET -> new Criterion.Is(STAYS, false, CLAUSE);
            case UNKNOWN -> new Criterion.Is(HERE, true, CLAUSE);
            case OFFICER -> new Criterion.Judged(CONTRIBUTION, CLAUSE);
        };
    }

    private static Verdict judge(Criterion criterion) {
        Situation situation = Asking.on("2025-06-01").with("stays", "true").situation();
        return Judge.judge(criterion, new Scope(situation, "", "")).verdict();
    }

    @Test
    void the_tables_of_all_any_and_not_are_those_of_a_careful_clerk() {
        for (Verdict a : Verdict.values()) {
            assertThat(judge(new Criterion.Not(of(a))))
                    .isEqualTo(a == Verdict.MET ? Verdict.NOT_MET : a == Verdict.NOT_MET ? Verdict.MET : a);
            for (Verdict b : Verdict.values()) {
                List<Verdict> both = List.of(a, b);
                Verdict open = both.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.OFFICER;
                Verdict all = both.contains(Verdict.NOT_MET)
                        ? Verdict.NOT_MET
                        : a == Verdict.MET && b == Verdict.MET ? Verdict.MET : open;
                Verdict any = both.contains(Verdict.MET)
                        ? Verdict.MET
                        : a == Verdict.NOT_MET && b == Verdict.NOT_MET ? Verdict.NOT_MET : open;
                assertThat(judge(new Criterion.All(List.of(of(a), of(b)))))
                        .as("%s and %s", a, b)
                        .isEqualTo(all);
                assertThat(judge(new Criterion.Some(1, List.of(of(a), of(b)))))
                        .as("%s or %s", a, b)
                        .isEqualTo(any);
            }
        }
    }

    @Test
    void two_of_three_is_decided_as_soon_as_nothing_can_change_it() {
        assertThat(some(Verdict.MET, Verdict.MET, Verdict.UNKNOWN)).isEqualTo(Verdict.MET);
        assertThat(some(Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN)).isEqualTo(Verdict.UNKNOWN);
        assertThat(some(Verdict.MET, Verdict.NOT_MET, Verdict.OFFICER)).isEqualTo(Verdict.OFFICER);
        assertThat(some(Verdict.NOT_MET, Verdict.NOT_MET, Verdict.UNKNOWN)).isEqualTo(Verdict.NOT_MET);
    }

    private static Verdict some(Verdict... verdicts) {
        List<Criterion> parts = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            parts.add(of(verdict));
        }
        return judge(new Criterion.Some(2, parts));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29,1年,2025-02-27,NOT_MET",
        "2024-02-29,1年,2025-02-28,MET",
        "2025-01-31,1个月,2025-02-27,NOT_MET",
        "2025-01-31,1个月,2025-02-28,MET",
        "2024-12-31,1年,2025-12-30,NOT_MET",
        "2024-12-31,1年,2025-12-31,MET",
        "2025-01-01,90日,2025-03-31,NOT_MET",
        "2025-01-01,90日,2025-04-01,MET"
    })
    void a_span_is_full_on_the_day_of_the_calendar(String day, String span, String asked, Verdict verdict) {
        Criterion criterion =
                new Criterion.OldEnough(fact("founded-on"), Span.written(span).orElseThrow(), CLAUSE);
        assertThat(on(asked, day, criterion)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-05-31,3年,2025-05-31,MET",
        "2022-05-30,3年,2025-05-31,NOT_MET",
        "2022-02-28,3年,2025-02-28,MET",
        "2024-02-29,1年,2025-02-28,MET",
        "2024-02-29,1年,2025-03-01,NOT_MET",
        "2025-06-01,3年,2025-05-31,NOT_MET",
        "2025-05-31,3年,2025-05-31,MET"
    })
    void the_last_years_end_today_and_begin_on_the_same_day(String day, String span, String asked, Verdict verdict) {
        Criterion criterion =
                new Criterion.Recent(fact("founded-on"), Span.written(span).orElseThrow(), CLAUSE);
        assertThat(on(asked, day, criterion)).isEqualTo(verdict);
    }

    private static Verdict on(String asked, String founded, Criterion criterion) {
        Situation situation = Asking.on(asked).with("founded-on", founded).situation();
        return Judge.judge(criterion, new Scope(situation, "", "")).verdict();
    }

    @Test
    void a_moment_is_picked_and_then_moved() {
        Moment.Moved december = new Moment.Moved(
                new Moment.Asked(),
                Moment.Pick.DECEMBER,
                Span.written("1年").orElseThrow().back());
        Scope scope = new Scope(Asking.on("2025-06-01").situation(), "", "");
        assertThat(Moments.day(december, scope, new ArrayList<>())).isEqualTo(LocalDate.of(2024, 12, 31));
        Moment.Moved before = new Moment.Moved(new Moment.Asked(), Moment.Pick.MONTH_BEFORE, new Span(0, 0));
        assertThat(Moments.day(before, scope, new ArrayList<>())).isEqualTo(LocalDate.of(2025, 5, 31));
        Moment.Moved year = new Moment.Moved(new Moment.Asked(), Moment.Pick.NEW_YEAR, new Span(0, 0));
        assertThat(Moments.day(year, scope, new ArrayList<>())).isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,2025-12-31",
        "2026-03-31,2025-12-31",
        "2026-04-01,2026-03-31",
        "2026-06-30,2026-03-31",
        "2026-07-01,2026-06-30",
        "2026-12-31,2026-09-30"
    })
    void the_quarter_before_ended_on_its_last_day(String asked, LocalDate end) {
        Moment.Moved before = new Moment.Moved(new Moment.Asked(), Moment.Pick.QUARTER_BEFORE, new Span(0, 0));
        Scope scope = new Scope(Asking.on(asked).situation(), "", "");
        assertThat(Moments.day(before, scope, new ArrayList<>())).isEqualTo(end);
        assertThat(CriterionWords.moment(before)).isEqualTo("申请日的上季度末");
    }

    @ParameterizedTest
    @CsvSource({"2024,NOT_MET", "2025,MET", "2026,NOT_MET"})
    void a_year_may_be_a_number_too(String year, Verdict verdict) {
        Criterion lastYear = new Criterion.InYear(fact("staff"), 1, CLAUSE);
        Situation known = Asking.on("2026-01-01").with("staff", year).situation();
        assertThat(Judge.judge(lastYear, new Scope(known, "", "")).verdict()).isEqualTo(verdict);
        Situation unknown = Asking.on("2026-01-01").situation();
        assertThat(Judge.judge(lastYear, new Scope(unknown, "", "")).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(lastYear.words()).isEqualTo("从业人员为申请的上一年");
    }

    @Test
    void a_day_beyond_the_calendar_is_no_value() {
        assertThatThrownBy(() -> Value.of(LocalDate.MIN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Value.of(LocalDate.of(10_000, 1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Value.of(LocalDate.of(1, 1, 1)).type()).isEqualTo(FactType.DATE);
        assertThat(Value.of(LocalDate.of(9999, 12, 31)).type()).isEqualTo(FactType.DATE);
        assertThatThrownBy(() -> new Value.Amount(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Share(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Value.Count(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_count_is_decided_by_what_is_certain_alone_where_it_can_be() {
        Rule rule = Asking.golden("zhaoqing-library");
        Asking firm = ListingGoldenTest.zhaoqing().record("ip-assets", "A", "kind=invention");
        Finding open = RuleEvaluator.evaluate(rule, firm.situation()).conditions();
        assertThat(open.verdict()).isEqualTo(Verdict.UNKNOWN);
        firm.record("ip-assets", "B", "kind=invention", "granted-on=2025-01-01");
        assertThat(RuleEvaluator.evaluate(rule, firm.situation()).verdict()).isEqualTo(Verdict.MET);
    }
}
