package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rounding;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any firm. Each failure names its seed. */
class RulePropertiesTest {
    private static final int FIRMS = 150;

    private static List<Rule> rules() throws IOException, URISyntaxException {
        return GoldenRulesTest.names().stream().map(Asking::golden).toList();
    }

    @Test
    void the_same_rule_and_facts_give_the_same_bytes() throws IOException, URISyntaxException {
        List<Rule> rules = rules();
        List<Rule> reread = rules.stream()
                .map(rule -> RuleYaml.read(rule.id(), RuleYaml.write(rule), Asking.VOCABULARY, new Problems())
                        .orElseThrow())
                .toList();
        for (long seed = 1; seed <= FIRMS; seed++) {
            for (int i = 0; i < rules.size(); i++) {
                byte[] once = Trace.of(RuleEvaluator.evaluate(rules.get(i), Firms.situation(seed)))
                        .bytes();
                byte[] again = Trace.of(RuleEvaluator.evaluate(reread.get(i), Firms.situation(seed)))
                        .bytes();
                assertThat(again).as("seed %d, %s", seed, rules.get(i).id()).isEqualTo(once);
                assertThat(Trace.read(once).bytes())
                        .as("seed %d, %s", seed, rules.get(i).id())
                        .isEqualTo(once);
            }
        }
    }

    @Test
    void every_verdict_occurs_and_every_no_names_a_clause() throws IOException, URISyntaxException {
        List<Verdict> seen = new ArrayList<>();
        for (Rule rule : rules()) {
            for (long seed = 1; seed <= FIRMS; seed++) {
                Evaluation evaluation = RuleEvaluator.evaluate(rule, Firms.situation(seed));
                seen.add(evaluation.verdict());
                boolean namesOne = names(Trace.of(evaluation).root());
                boolean listIsEmpty =
                        evaluation.list() != null && evaluation.items().isEmpty();
                assertThat(evaluation.verdict() != Verdict.NOT_MET || namesOne || listIsEmpty)
                        .as("seed %d, %s", seed, rule.id())
                        .isTrue();
            }
        }
        assertThat(seen).contains(Verdict.values());
    }

    /** What {@code RuleDifferences} of the drafting package takes for granted. */
    @Test
    void limits_come_to_the_same_in_any_order() throws IOException, URISyntaxException {
        int limited = 0;
        for (Rule rule : rules()) {
            for (long seed = 1; seed <= FIRMS && !rule.benefits().isEmpty(); seed++) {
                Random random = new Random(seed);
                List<Cap> caps = new ArrayList<>(rule.caps());
                for (int i = 0; i < 6; i++) {
                    String benefit =
                            random.nextBoolean() ? rule.benefits().getLast().id() : null;
                    Formula most = new Formula.Constant(Kind.MONEY, random.nextLong(50_000_000));
                    CapScope scope = CapScope.values()[random.nextInt(4)];
                    caps.add(new Cap(
                            scope,
                            benefit,
                            null,
                            "",
                            most,
                            rule.benefits().getFirst().clause()));
                }
                List<Long> once = amounts(rule, caps, seed);
                Collections.shuffle(caps, random);
                assertThat(amounts(rule, caps, seed))
                        .as("seed %d, %s", seed, rule.id())
                        .isEqualTo(once);
                limited += once.equals(amounts(rule, List.of(), seed)) ? 0 : 1;
            }
        }
        assertThat(limited).isGreaterThan(100);
    }

    private static List<Long> amounts(Rule rule, List<Cap> caps, long seed) {
        Rule with = new Rule(
                rule.id(),
                rule.name(),
                rule.basis(),
                rule.each(),
                rule.conditions(),
                rule.itemConditions(),
                rule.benefits(),
                caps,
                rule.relations(),
                rule.roundToFen(),
                rule.rounding());
        return RuleEvaluator.evaluate(with, Firms.situation(seed)).lines().stream()
                .map(Line::fen)
                .toList();
    }

    private static boolean names(TraceNode node) {
        return node.clause() != null && node.result().equals(Verdict.NOT_MET.label())
                || node.parts().stream().anyMatch(RulePropertiesTest::names);
    }

    @Test
    void what_is_learnt_never_overturns_what_was_decided() throws IOException, URISyntaxException {
        for (Rule rule : rules()) {
            for (long seed = 1; seed <= FIRMS; seed++) {
                Situation full = Firms.situation(seed);
                Random random = new Random(seed);
                Facts fewer = full.facts();
                for (String name : full.facts().all().keySet()) {
                    fewer = random.nextInt(3) == 0 ? fewer.without(name) : fewer;
                }
                Verdict before = RuleEvaluator.evaluate(rule, full.with(fewer)).verdict();
                Verdict after = RuleEvaluator.evaluate(rule, full).verdict();
                if (before == Verdict.MET || before == Verdict.NOT_MET) {
                    assertThat(after).as("seed %d, %s", seed, rule.id()).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void what_is_granted_keeps_within_its_caps() throws IOException, URISyntaxException {
        for (Rule rule : rules()) {
            for (long seed = 1; seed <= FIRMS; seed++) {
                Evaluation evaluation = RuleEvaluator.evaluate(rule, Firms.situation(seed));
                long paid = evaluation.payouts().stream()
                        .mapToLong(payout -> payout.amount().fen())
                        .sum();
                assertThat(paid)
                        .as("seed %d, %s", seed, rule.id())
                        .isEqualTo(evaluation.payable().map(Money::fen).orElse(0L));
                for (Cap cap : rule.caps()) {
                    if (cap.scope() == CapScope.YEAR && cap.limit() instanceof Formula.Constant constant) {
                        long most = evaluation.payouts().stream()
                                .filter(payout -> rule.benefit(payout.benefit())
                                                        .orElseThrow()
                                                        .to()
                                                == Beneficiary.ENTERPRISE
                                        && (cap.benefit() == null
                                                || cap.benefit().equals(payout.benefit())))
                                .mapToLong(payout -> payout.amount().fen())
                                .sum();
                        assertThat(most).as("seed %d, %s", seed, rule.id()).isLessThanOrEqualTo(constant.number());
                    }
                }
            }
        }
    }

    @Test
    void a_way_in_flips_the_verdict_and_no_smaller_set_does() throws IOException, URISyntaxException {
        int found = 0;
        for (Rule rule : rules()) {
            for (long seed = 1; seed <= FIRMS; seed++) {
                Situation situation = Firms.situation(seed);
                List<WaysIn.Way> ways = WaysIn.find(rule, situation);
                if (!ways.isEmpty()) {
                    int size = ways.getFirst().changes().size();
                    noSmallerSetDoes(rule, situation, size, new ArrayList<>(), 0, seed);
                }
                for (WaysIn.Way way : ways) {
                    found++;
                    Situation after = WaysIn.after(situation, way.changes());
                    assertThat(RuleEvaluator.evaluate(rule, after).verdict())
                            .as("seed %d, %s, %s", seed, rule.id(), way.words())
                            .isNotEqualTo(Verdict.NOT_MET)
                            .isEqualTo(way.reaches());
                    assertThat(way.changes()).allMatch(change -> change.fact().changeable() != Changeable.NEVER);
                    for (int left = 0; left < way.changes().size(); left++) {
                        List<Change> fewer = new ArrayList<>(way.changes());
                        fewer.remove(left);
                        assertThat(RuleEvaluator.evaluate(rule, WaysIn.after(situation, fewer))
                                        .verdict())
                                .as("seed %d, %s, without %d of %s", seed, rule.id(), left, way.words())
                                .isEqualTo(Verdict.NOT_MET);
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(200);
    }

    /** Of all that the firm could change, not only of what was found. */
    private static void noSmallerSetDoes(
            Rule rule, Situation situation, int size, List<Change> chosen, int from, long seed) {
        List<Change> all = Changes.of(rule, situation);
        for (int i = from; i < all.size() && chosen.size() + 1 < size; i++) {
            List<Change> more = new ArrayList<>(chosen);
            more.add(all.get(i));
            assertThat(RuleEvaluator.evaluate(rule, WaysIn.after(situation, more))
                            .verdict())
                    .as("seed %d, %s, %s", seed, rule.id(), more)
                    .isEqualTo(Verdict.NOT_MET);
            noSmallerSetDoes(rule, situation, size, more, i + 1, seed);
        }
    }

    @Test
    void brackets_of_growing_results_grow() {
        for (String name : List.of("jiangmen-entry", "guangzhou-listing", "xicheng-neeq")) {
            Rule rule = Asking.golden(name);
            Formula.Brackets brackets =
                    (Formula.Brackets) rule.benefits().getFirst().amount();
            String fact = ((Formula.FromFact) brackets.measure()).fact().name();
            for (long seed = 1; seed <= 300; seed++) {
                Random random = new Random(seed);
                long small = random.nextLong(0, name.equals("xicheng-neeq") ? 120 : 300_000_000_000L);
                long large = small + random.nextLong(0, name.equals("xicheng-neeq") ? 5 : 100);
                assertThat(at(brackets, fact, large))
                        .as("seed %d, %s", seed, name)
                        .isGreaterThanOrEqualTo(at(brackets, fact, small));
            }
        }
    }

    private static long at(Formula.Brackets brackets, String fact, long number) {
        Value value = brackets.measure().kind() == Kind.COUNT ? new Value.Count(number) : new Value.Amount(number);
        Provenance told = new Provenance(Source.DECLARED, Firms.ASKED, "");
        Situation situation = new Situation(
                Facts.none().with(fact, new Fact(value, told)), Firms.ASKED, Asking.PARAMETERS, List.of());
        return Reckoner.reckon(brackets, new Scope(situation, "", "")).number();
    }

    @Test
    void a_ratio_is_that_of_exact_arithmetic() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            long value = random.nextLong() >> random.nextInt(63);
            long times = random.nextLong(1, 10_000_000);
            long by = random.nextLong(1, 100_000_000) + (random.nextBoolean() ? 0 : 10_000_000);
            for (Rounding rounding : Rounding.values()) {
                RoundingMode mode = RoundingMode.valueOf(rounding.name());
                BigInteger exact = new BigDecimal(BigInteger.valueOf(value).multiply(BigInteger.valueOf(times)))
                        .divide(BigDecimal.valueOf(by), 0, mode)
                        .toBigInteger();
                if (exact.bitLength() < 64) {
                    assertThat(rounding.ratio(value, times, by))
                            .as("seed %d, %s", seed, rounding)
                            .isEqualTo(exact.longValue());
                }
            }
        }
    }

    @Test
    void the_batch_says_what_the_evaluator_says() throws IOException, URISyntaxException {
        List<Facts> firms = new ArrayList<>();
        for (long seed = 1; seed <= 333; seed++) {
            firms.add(Firms.random(seed));
        }
        BatchVerdicts batch = new BatchVerdicts(firms, Firms.ASKED, Asking.PARAMETERS);
        for (Rule rule : rules()) {
            BatchVerdicts.Verdicts verdicts = batch.of(rule);
            int met = 0;
            for (int firm = 0; firm < firms.size(); firm++) {
                Situation situation = new Situation(firms.get(firm), Firms.ASKED, Asking.PARAMETERS, List.of());
                Verdict single = RuleEvaluator.evaluate(rule, situation).verdict();
                assertThat(verdicts.get(firm))
                        .as("seed %d, %s", firm + 1, rule.id())
                        .isEqualTo(single);
                assertThat(verdicts.met().get(firm)).isEqualTo(single == Verdict.MET);
                met += single == Verdict.MET ? 1 : 0;
            }
            assertThat(verdicts.count(Verdict.MET)).isEqualTo(met);
            assertThat(verdicts.count(Verdict.MET)
                            + verdicts.count(Verdict.NOT_MET)
                            + verdicts.count(Verdict.OFFICER)
                            + verdicts.count(Verdict.UNKNOWN))
                    .isEqualTo(firms.size());
        }
    }
}
