package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Any firm asks year after year, with other facts each time, and each grant is the past of the next: whatever it is granted, asked
 * again at once it is granted nothing, and no cap is ever exceeded. Each failure names its seed.
 */
class RepeatedAskingTest {
    private static final int FIRMS = 120;
    private static final int YEARS = 4;

    /** What golden rules leave out: parts that are shared and capped, ladders of records, windows, withdrawals, whole units. */
    private static Stream<Rule> others() {
        String caps = "caps: [{per: year, at-most: 3.05万元, provision: 二}, {per: lifetime, at-most: 7万元, provision: 二}]";
        String group =
                "caps: [{per: group-year, group: g, at-most: 4万元, provision: 二}, {per: years, at-most: 2, provision: 二}]";
        String stages =
                "stages: [{stage: one, label: 甲, reached: reform-on, amount: 5万元}, {stage: two, label: 乙, reached: tutoring-on, claim-within: 2年, amount: 9万元}, {stage: three, label: 丙, reached: accepted-on, withdrawn: withdrawn-on, amount: 20万元}]";
        return Stream.of(
                AskingAgainTest.rule("amount: 1.2万元", "rounding: down\n" + caps, "fixed"),
                AskingAgainTest.rule("amount: 1.2万元", "rounding: down\n" + group, "fixed-group"),
                AskingAgainTest.rule(
                        "amount: {share: 3%, of: {fact: revenue}}, shares: [{to: enterprise, share: 80%}, {to: team, share: 20%}]",
                        "rounding: half-up\nround-to: 1000元\n" + caps, "shared"),
                AskingAgainTest.rule(
                        "amount: {share: 3%, of: {fact: revenue}}, shares: [{to: team, share: 50%}, {to: broker, share: 50%}]",
                        "rounding: up\n" + group, "shared-by-others"),
                AskingAgainTest.rule(
                        "amount: {share: 30%, of: {field: interest-paid}}",
                        "rounding: up\nround-to: 1000元\neach: loans\n" + caps, "loans"),
                AskingAgainTest.rule("amount: {catch-up: false, " + stages + "}", "rounding: down", "steps"),
                AskingAgainTest.rule(
                        "amount: {deducts: [fixed], " + stages + "}", "rounding: half-up\n" + caps, "caught-up"),
                AskingAgainTest.rule("amount: {mode: totals, " + stages + "}", "rounding: down\n" + group, "totals"),
                AskingAgainTest.rule(
                        "amount: {stages: [{stage: one, label: 甲, reached: drawn-on, claim-within: 3年, amount: 1万元}, {stage: two, label: 乙, reached: settled-on, amount: 3万元}]}",
                        "rounding: down\neach: loans\n" + caps,
                        "loan-stages"));
    }

    @Test
    void asked_again_nothing_is_granted_and_no_cap_is_exceeded() throws IOException, URISyntaxException {
        int granted = 0;
        int returned = 0;
        List<Rule> rules = Stream.concat(GoldenRulesTest.names().stream().map(Asking::golden), others())
                .toList();
        for (Rule rule : rules) {
            for (long seed = 1; seed <= FIRMS; seed++) {
                List<Payment> paid = new ArrayList<>();
                for (int year = 0; year < YEARS; year++) {
                    String which = "seed %d, %s, year %d".formatted(seed, rule.id(), year);
                    Situation situation = situation(seed, year, paid);
                    granted += grant(rule, situation, paid);
                    returned += giveBack(rule, situation, paid);
                    Evaluation again = RuleEvaluator.evaluate(rule, situation(seed, year, paid));
                    // What is at most so much for one application is asked for with another.
                    if (rule.caps().stream().noneMatch(cap -> cap.scope() == CapScope.APPLICATION)) {
                        again.payable()
                                .ifPresent(money ->
                                        assertThat(money.fen()).as(which).isZero());
                    }
                    assertThat(again.toReturn().fen()).as(which).isZero();
                    rule.caps().forEach(cap -> check(rule, cap, paid, which));
                }
            }
        }
        assertThat(granted).isGreaterThan(3_000);
        assertThat(returned).isGreaterThan(100);
    }

    /** Other facts each year; the loans of even firms are other loans each year, those of odd ones the same. */
    private static Situation situation(long seed, int year, List<Payment> paid) {
        Map<String, Fact> facts =
                new TreeMap<>(Firms.random(seed + 10_000L * year).all());
        if (seed % 2 == 0) {
            facts.replaceAll((name, fact) -> fact.value() instanceof Value.Records records
                    ? new Fact(Value.ofRecords(renamed(records, year)), fact.provenance())
                    : fact);
        }
        LocalDate day = Firms.ASKED.plusYears(year);
        return new Situation(Facts.of(facts), day, Asking.PARAMETERS, paid);
    }

    private static List<FactRecord> renamed(Value.Records records, int year) {
        return records.records().stream()
                .map(record -> new FactRecord(record.id() + "/" + year, record.values(), record.provenance()))
                .toList();
    }

    private static int grant(Rule rule, Situation situation, List<Payment> paid) {
        List<Payout> payouts = RuleEvaluator.evaluate(rule, situation).payouts();
        for (Payout payout : payouts) {
            assertThat(payout.amount().fen()).isNotNegative();
            paid.add(payout.granted(rule.id(), rule.groups(), situation.asked().getYear()));
        }
        return payouts.size();
    }

    /** What is to be returned comes back from where it was paid, the last first. */
    private static int giveBack(Rule rule, Situation situation, List<Payment> paid) {
        int count = 0;
        for (Line line : RuleEvaluator.evaluate(
                        rule, new Situation(situation.facts(), situation.asked(), situation.parameters(), paid))
                .lines()) {
            if (line.fen() < 0) {
                count++;
                paid.add(new Payment(
                        rule.id(),
                        line.benefit().id(),
                        rule.groups(),
                        line.benefit().to(),
                        line.payee(),
                        line.key(),
                        "",
                        situation.asked().getYear(),
                        line.fen()));
            }
        }
        return count;
    }

    private static void check(Rule rule, Cap cap, List<Payment> paid, String which) {
        if (!(cap.limit() instanceof Formula.Constant limit)) {
            return;
        }
        Map<String, List<Payment>> purses = paid.stream()
                .filter(payment -> cap.benefit() == null || cap.benefit().equals(payment.benefit()))
                .collect(Collectors.groupingBy(payment -> purse(rule, payment)));
        purses.forEach((purse, payments) -> {
            Map<Integer, Long> years = payments.stream()
                    .collect(Collectors.groupingBy(Payment::year, Collectors.summingLong(Payment::fen)));
            long all = years.values().stream().mapToLong(fen -> fen).sum();
            long most = switch (cap.scope()) {
                case ITEM, APPLICATION -> 0;
                case YEAR, GROUP_YEAR ->
                    years.values().stream().mapToLong(fen -> fen).max().orElse(0);
                case LIFETIME, GROUP_LIFETIME -> all;
                case YEARS -> years.values().stream().filter(fen -> fen > 0).count();
            };
            assertThat(most).as(which + " " + cap.scope() + " " + purse).isLessThanOrEqualTo(limit.number());
        });
    }

    /** Whose cap it is: of what is shared, whom the benefit is for. */
    private static String purse(Rule rule, Payment payment) {
        Benefit benefit = rule.benefit(payment.benefit()).orElseThrow();
        return benefit.shares().isEmpty() ? payment.to() + "|" + payment.payee() : benefit.to() + "|";
    }

    @Test
    void stages_of_a_ladder_are_never_paid_more_than_their_amounts() {
        Rule rule = others().filter(one -> one.id().equals("steps")).findFirst().orElseThrow();
        Formula.Ladder ladder = (Formula.Ladder) rule.benefits().getFirst().amount();
        for (long seed = 1; seed <= 2_000; seed++) {
            List<Payment> paid = new ArrayList<>();
            for (int year = 0; year < YEARS; year++) {
                grant(rule, situation(seed, year, paid), paid);
            }
            for (Formula.Stage stage : ladder.stages()) {
                long sum = paid.stream()
                        .filter(payment -> payment.stage().equals(stage.id()))
                        .mapToLong(Payment::fen)
                        .sum();
                assertThat(sum)
                        .as("seed %d, %s", seed, stage.id())
                        .isBetween(0L, ((Formula.Constant) stage.amount()).number());
            }
            assertThat(IntStream.range(0, paid.size()).mapToObj(paid::get))
                    .noneMatch(payment -> payment.stage().isEmpty());
        }
    }
}
