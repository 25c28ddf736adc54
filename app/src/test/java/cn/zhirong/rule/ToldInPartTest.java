package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of which only some was told: what that decides is decided, and the rest is open. */
class ToldInPartTest {
    private static final String COUNTS =
            "rounding: down\nconditions: [{count: ip-assets, where: [{field: kind, one-of: [%s]}], %s, provision: 一}]";
    private static final String TOTALS =
            "rounding: down\nconditions: [{compare: {total: {field: principal}, in: loans}, %s, provision: 一}]";

    /** Two inventions, of three loans 300万元 together. */
    private static Situation told(boolean whole) {
        Situation all = Asking.on("2025-06-01")
                .record("ip-assets", "A", "kind=invention")
                .record("ip-assets", "B", "kind=invention")
                .loan("L1", "principal=100万元")
                .loan("L2", "principal=200万元")
                .situation();
        return whole ? all : all.with(inPart(all.facts()));
    }

    private static Facts inPart(Facts facts) {
        Facts part = facts;
        for (Map.Entry<String, Fact> entry : facts.all().entrySet()) {
            if (entry.getValue().value() instanceof Value.Records records) {
                Value some = Value.ofSomeRecords(records.records());
                part = part.with(entry.getKey(), new Fact(some, entry.getValue().provenance()));
            }
        }
        return part;
    }

    private static Verdict verdict(String more, Situation situation) {
        return RuleEvaluator.evaluate(AskingAgainTest.rule("amount: 5万元", more, "a"), situation)
                .verdict();
    }

    @ParameterizedTest
    @CsvSource({
        "invention, at-least: 2, MET, MET",
        "invention, at-least: 3, NOT_MET, UNKNOWN",
        "invention, more-than: 1, MET, MET",
        "invention, at-most: 1, NOT_MET, NOT_MET",
        "invention, at-most: 2, MET, UNKNOWN",
        "invention, less-than: 2, NOT_MET, NOT_MET",
        "invention, equals: 2, MET, UNKNOWN",
        "invention, equals: 1, NOT_MET, NOT_MET",
        "invention, differs-from: 1, MET, MET",
        "invention, differs-from: 2, NOT_MET, UNKNOWN",
        "trademark, at-least: 1, NOT_MET, UNKNOWN",
        "trademark, at-most: 0, MET, UNKNOWN"
    })
    void a_count_is_at_least_what_was_told(String kind, String test, Verdict whole, Verdict part) {
        assertThat(verdict(COUNTS.formatted(kind, test), told(true))).isEqualTo(whole);
        assertThat(verdict(COUNTS.formatted(kind, test), told(false))).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource({
        "at-least: 300万元, MET, MET",
        "at-least: 301万元, NOT_MET, UNKNOWN",
        "at-most: 299万元, NOT_MET, NOT_MET",
        "at-most: 300万元, MET, UNKNOWN"
    })
    void a_total_is_at_least_what_was_told(String test, Verdict whole, Verdict part) {
        assertThat(verdict(TOTALS.formatted(test), told(true))).isEqualTo(whole);
        assertThat(verdict(TOTALS.formatted(test), told(false))).isEqualTo(part);
    }

    @Test
    void an_amount_that_adds_up_what_was_told_is_not_certain() {
        Rule rule = AskingAgainTest.rule("amount: {total: {field: principal}, in: loans}", "rounding: down", "a");
        assertThat(RuleEvaluator.evaluate(rule, told(true)).payable()).isPresent();
        Evaluation part = RuleEvaluator.evaluate(rule, told(false));
        assertThat(part.payable()).isEmpty();
        assertThat(part.possible()).isEmpty();
        assertThat(text(part)).contains("\"result\":\"至少300万元\",\"detail\":\"清单可能不全\"");
    }

    @Test
    void one_record_that_is_met_suffices_and_none_is_open() {
        String each = "rounding: down\neach: loans\nitem-conditions: [{field: principal, at-least: %s, provision: 一}]";
        assertThat(verdict(each.formatted("200万元"), told(false))).isEqualTo(Verdict.MET);
        assertThat(verdict(each.formatted("300万元"), told(false))).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(each.formatted("300万元"), told(true))).isEqualTo(Verdict.NOT_MET);
        Rule rule = AskingAgainTest.rule("amount: 5万元", each.formatted("200万元"), "a");
        Evaluation some = RuleEvaluator.evaluate(rule, told(false));
        // There may be more to pay for, and a cap to share.
        assertThat(some.payable()).isEmpty();
        assertThat(some.possible()).isPresent();
        Evaluation none =
                RuleEvaluator.evaluate(AskingAgainTest.rule("amount: 5万元", each.formatted("300万元"), "a"), told(false));
        assertThat(text(none)).contains("\"says\":\"有可以补贴的贷款\",\"result\":\"待补充\"", "\"value\":\"至少2笔（L1、L2）\"");
        assertThat(Questions.of(List.of(none), Asking.VOCABULARY.facts()))
                .extracting(question -> question.fact().name())
                .containsExactly("loans");
    }

    @Test
    void the_batch_says_what_the_evaluator_says_of_a_part_too() {
        List<Facts> firms = List.of(told(true).facts(), told(false).facts());
        BatchVerdicts batch = new BatchVerdicts(firms, told(true).asked(), Asking.PARAMETERS);
        Rule rule = AskingAgainTest.rule("amount: 5万元", COUNTS.formatted("trademark", "at-least: 1"), "a");
        assertThat(List.of(batch.of(rule).get(0), batch.of(rule).get(1)))
                .containsExactly(Verdict.NOT_MET, Verdict.UNKNOWN);
    }

    @Test
    void a_trace_says_that_there_may_be_more() {
        Rule rule = AskingAgainTest.rule("amount: 5万元", COUNTS.formatted("invention", "at-least: 2"), "a");
        Trace trace = Trace.of(RuleEvaluator.evaluate(rule, told(false)));
        assertThat(Trace.read(trace.bytes())).isEqualTo(trace);
        assertThat(trace.sentences().toString()).contains("清单可能不全", "知识产权：至少2件（A、B）");
        Trace none = Trace.of(RuleEvaluator.evaluate(
                AskingAgainTest.rule("amount: 5万元", COUNTS.formatted("trademark", "at-least: 1"), "a"), told(false)));
        assertThat(none.sentences().toString()).contains("知识产权：说到的里没有").doesNotContain("0件");
        assertThat(text(RuleEvaluator.evaluate(rule, told(true)))).doesNotContain("至少2件（", "不全");
    }

    private static String text(Evaluation evaluation) {
        return new String(Trace.of(evaluation).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void what_is_told_later_never_overturns_what_a_part_decided() throws IOException, URISyntaxException {
        int decided = 0;
        for (String name : GoldenRulesTest.names()) {
            Rule rule = Asking.golden(name);
            for (long seed = 1; seed <= 150; seed++) {
                Situation full = Firms.situation(seed);
                Random random = new Random(seed);
                Facts fewer = full.facts();
                for (Map.Entry<String, Fact> entry : full.facts().all().entrySet()) {
                    if (entry.getValue().value() instanceof Value.Records records) {
                        List<FactRecord> some = new ArrayList<>(records.records());
                        some.removeIf(record -> random.nextBoolean());
                        fewer = fewer.with(
                                entry.getKey(),
                                new Fact(
                                        Value.ofSomeRecords(some),
                                        entry.getValue().provenance()));
                    }
                }
                Evaluation before = RuleEvaluator.evaluate(rule, full.with(fewer));
                Evaluation after = RuleEvaluator.evaluate(rule, full);
                String which = "seed " + seed + ", " + name;
                if (before.verdict() == Verdict.MET || before.verdict() == Verdict.NOT_MET) {
                    decided++;
                    assertThat(after.verdict()).as(which).isEqualTo(before.verdict());
                }
                if (before.payable().isPresent()) {
                    assertThat(after.payable()).as(which).isEqualTo(before.payable());
                }
            }
        }
        assertThat(decided).isGreaterThan(1_000);
    }
}
