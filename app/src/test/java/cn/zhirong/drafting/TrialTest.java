package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhirong.bundle.Problems;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleYaml;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Vocabulary;
import cn.zhirong.subsidy.RationingWay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * 溪口: seven firms and two versions of its growth award. In force: 50万元 for 20 people or more. Draft: 10 % of revenue, at most
 * 100万元 a year, for 10 people or more, none with bad credit, and the officer must see a contribution.
 */
class TrialTest {
    private static final LocalDate ASKED = LocalDate.of(2026, 11, 22);
    private static final long WAN = 1_000_000;
    private static final Vocabulary VOCABULARY =
            new Vocabulary(StandardFacts.with(List.of(StandardFacts.judged("contribution", "对本地有实质性贡献"))), Map.of());

    private static final String IN_FORCE = """
            rule: growth
            name: 溪口成长奖励
            policy: xikou-growth
            title: 溪口成长奖励办法
            version: 2024
            effective-from: 2024-01-01
            rounding: down
            conditions:
              - {fact: staff, at-least: 20, provision: 第三条}
            benefits:
              - {id: award, label: 成长奖励, to: enterprise, amount: 50万元, provision: 第五条}
            """;

    private static final String DRAFT = """
            rule: growth
            name: 溪口成长奖励
            policy: xikou-growth
            title: 溪口成长奖励办法
            version: 2027
            draft-for-comment: true
            effective-from: 2027-01-01
            rounding: down
            conditions:
              - {fact: staff, at-least: 10, provision: 第三条}
              - {fact: bad-credit, is: false, provision: 第四条}
              - {judged: contribution, provision: 第五条}
            benefits:
              - id: award
                label: 成长奖励
                to: enterprise
                amount: {share: 10%, of: {fact: revenue}}
                provision: 第六条
            caps:
              - {per: year, at-most: 100万元, provision: 第七条}
            """;

    // 50 people, 800万元: 50万元 in force, 80万元 by the draft.
    private static final TrialFirm GROWS = firm(1, 50L, 800 * WAN, false, true);
    // 30 people, 3亿元: 50万元 in force; 10 % are 3000万元, capped at 100万元.
    private static final TrialFirm CAPPED = firm(2, 30L, 30_000 * WAN, false, true);
    // 12 people, 60万元: nothing in force, 6万元 by the draft.
    private static final TrialFirm SMALL = firm(3, 12L, 60 * WAN, false, true);
    // 20 people, 100万元: 50万元 in force, 10万元 by the draft.
    private static final TrialFirm LOSES_SOME = firm(4, 20L, 100 * WAN, false, true);
    // 25 people, bad credit: 50万元 in force, nothing by the draft.
    private static final TrialFirm LOSES_ALL = firm(5, 25L, 900 * WAN, true, true);
    // 9 people and bad credit: nothing either way, for two conditions.
    private static final TrialFirm TINY = firm(6, 9L, 900 * WAN, true, true);
    // 40 people, 500万元: 50万元 in force; the officer has not looked yet, it would be 50万元.
    private static final TrialFirm UNSEEN = firm(7, 40L, 500 * WAN, false, null);
    // Nobody knows its people, nor whether it contributes; with 200万元 it would be 20万元.
    private static final TrialFirm UNKNOWN = firm(8, null, 200 * WAN, false, null);
    // 15 people, revenue not known.
    private static final TrialFirm NO_FIGURE = firm(9, 15L, null, false, true);

    private static final List<TrialFirm> ALL =
            List.of(GROWS, CAPPED, SMALL, LOSES_SOME, LOSES_ALL, TINY, UNSEEN, UNKNOWN, NO_FIGURE);

    @Test
    void each_firm_gets_what_was_reckoned_by_hand_under_both_versions() {
        Trial trial = trial(ALL);
        assertThat(trial.outcomes())
                .containsExactly(
                        new TrialOutcome(1, TrialClass.GRANTED, 80 * WAN, TrialClass.GRANTED, 50 * WAN),
                        new TrialOutcome(2, TrialClass.GRANTED, 100 * WAN, TrialClass.GRANTED, 50 * WAN),
                        new TrialOutcome(3, TrialClass.GRANTED, 6 * WAN, TrialClass.NOT_MET, 0),
                        new TrialOutcome(4, TrialClass.GRANTED, 10 * WAN, TrialClass.GRANTED, 50 * WAN),
                        new TrialOutcome(5, TrialClass.NOT_MET, 0, TrialClass.GRANTED, 50 * WAN),
                        new TrialOutcome(6, TrialClass.NOT_MET, 0, TrialClass.NOT_MET, 0),
                        new TrialOutcome(7, TrialClass.OFFICER, 0, TrialClass.GRANTED, 50 * WAN),
                        new TrialOutcome(8, TrialClass.UNKNOWN, 0, TrialClass.UNKNOWN, 0),
                        new TrialOutcome(9, TrialClass.AMOUNT_OPEN, 0, TrialClass.NOT_MET, 0));
    }

    @Test
    void the_sums_are_those_of_the_firms() {
        TrialResult result = trial(ALL).result(null);
        TrialResult.Side draft = result.draft();
        assertThat(draft.firms()).isEqualTo(9);
        assertThat(draft.classes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        TrialClass.GRANTED,
                        4,
                        TrialClass.NOT_MET,
                        2,
                        TrialClass.OFFICER,
                        1,
                        TrialClass.UNKNOWN,
                        1,
                        TrialClass.AMOUNT_OPEN,
                        1));
        // 80 + 100 + 6 + 10; of 6, 10, 80 and 100 the lower middle.
        assertThat(draft.totalFen()).isEqualTo(196 * WAN);
        assertThat(draft.medianFen()).isEqualTo(10 * WAN);
        assertThat(draft.mostFen()).isEqualTo(100 * WAN);
        // 50 of UNSEEN and 20 of UNKNOWN; NO_FIGURE has no thinkable amount.
        assertThat(draft.possibleFirms()).isEqualTo(2);
        assertThat(draft.possibleFen()).isEqualTo(70 * WAN);
        assertThat(result.before().totalFen()).isEqualTo(250 * WAN);
        assertThat(result.rationings()).isEmpty();
    }

    @Test
    void who_gains_and_who_loses_is_told_by_kind() {
        assertThat(trial(ALL).result(null).changes())
                .containsExactly(
                        new TrialResult.Change(TrialChange.NEW, 1, 6 * WAN),
                        new TrialResult.Change(TrialChange.MORE, 2, 80 * WAN),
                        new TrialResult.Change(TrialChange.SAME, 0, 0),
                        new TrialResult.Change(TrialChange.LESS, 1, -40 * WAN),
                        new TrialResult.Change(TrialChange.LOST, 1, -50 * WAN),
                        new TrialResult.Change(TrialChange.OPEN, 1, -50 * WAN));
    }

    @Test
    void what_keeps_firms_out_is_counted_and_what_does_so_alone() {
        assertThat(trial(ALL).result(null).hurdles())
                .extracting(TrialResult.Hurdle::clause, TrialResult.Hurdle::firms, TrialResult.Hurdle::alone)
                .containsExactly(tuple("第四条", 2, 1), tuple("第三条", 1, 0));
    }

    @Test
    void what_is_not_known_of_open_firms_is_counted() {
        assertThat(trial(ALL).result(null).missing())
                .containsExactly(
                        new TrialResult.Missing("对本地有实质性贡献", 2),
                        new TrialResult.Missing("上年营业收入", 1),
                        new TrialResult.Missing("从业人员", 1));
    }

    @Test
    void without_a_version_in_force_nobody_gains_or_loses() {
        Trial trial = new Trial(rule(DRAFT), null, ASKED, Parameters.none());
        trial.accept(GROWS);
        assertThat(trial.outcomes()).containsExactly(new TrialOutcome(1, TrialClass.GRANTED, 80 * WAN, null, 0));
        assertThat(trial.result(null).before()).isNull();
        assertThat(trial.result(null).changes()).isEmpty();
    }

    @Test
    void what_was_paid_this_year_is_not_due_again_and_may_leave_nothing() {
        TrialFirm had = paid(GROWS, 30);
        TrialFirm all = paid(SMALL, 100);
        assertThat(trial(List.of(had, all)).outcomes())
                .extracting(TrialOutcome::now, TrialOutcome::fen)
                .containsExactly(tuple(TrialClass.GRANTED, 50 * WAN), tuple(TrialClass.NOTHING, 0L));
    }

    @Test
    void a_bracket_ends_with_its_limit() {
        TrialBrackets brackets = new TrialBrackets();
        for (long fen : new long[] {0, 1, WAN, WAN + 1, 5 * WAN, 5 * WAN + 1, 1_000 * WAN, 1_000 * WAN + 1}) {
            brackets.add(fen);
        }
        assertThat(brackets.all())
                .extracting(TrialResult.Bracket::label, TrialResult.Bracket::firms, TrialResult.Bracket::fen)
                .contains(
                        tuple("不超过1万元", 2, WAN + 1),
                        tuple("1至5万元", 2, 6 * WAN + 1),
                        tuple("5至10万元", 1, 5 * WAN + 1),
                        tuple("500至1000万元", 1, 1_000 * WAN),
                        tuple("超过1000万元", 1, 1_000 * WAN + 1));
        assertThat(brackets.all().stream().mapToInt(TrialResult.Bracket::firms).sum())
                .isEqualTo(7);
    }

    @Test
    void a_budget_is_shared_out_in_each_way() {
        // Asked 80, 100, 6 and 10, together 196; budget 180, three places, a window of four days for four firms.
        DateRange window = new DateRange(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 4));
        List<TrialFirm> scored = List.of(score(GROWS, 60), score(CAPPED, 70), SMALL, score(LOSES_SOME, 90));
        List<TrialResult.Rationed> all =
                trial(scored).result(new TrialBudget(180 * WAN, 3, window)).rationings();
        assertThat(all).extracting(TrialResult.Rationed::way).containsExactly(RationingWay.values());
        // 80 + 100 leave nothing for the third.
        assertThat(all.get(0))
                .isEqualTo(
                        rationed(RationingWay.FIRST_COME, "", 2, 0, 2, 180, 0, 3, LocalDate.of(2027, 3, 3), 918_367));
        // 180 ÷ 196 of each.
        assertThat(all.get(1)).isEqualTo(rationed(RationingWay.PRO_RATA, "", 0, 4, 0, 180, 0, null, null, 918_367));
        // The third has a place and no money, the fourth not even that.
        assertThat(all.get(2))
                .isEqualTo(rationed(RationingWay.FIRST_N, "", 2, 0, 2, 180, 0, 3, LocalDate.of(2027, 3, 3), 918_367));
        // 90: 10, 70: 100, 60: 70 of 80; the firm without a score comes last and has no place.
        assertThat(all.get(3))
                .isEqualTo(rationed(RationingWay.SCORED, "1家没有评分，排在最后。", 2, 1, 1, 180, 0, 3, null, 918_367));
    }

    @Test
    void a_budget_that_covers_all_lasts_and_one_fen_less_does_not() {
        assertThat(firstCome(196 * WAN))
                .extracting(TrialResult.Rationed::usedUpAt)
                .isNull();
        assertThat(firstCome(196 * WAN).full()).isEqualTo(4);
        assertThat(firstCome(196 * WAN).share()).isEqualTo(1_000_000);
        assertThat(firstCome(196 * WAN - 1).usedUpAt()).isEqualTo(4);
        assertThat(firstCome(196 * WAN - 1).reduced()).isEqualTo(1);
        assertThat(firstCome(197 * WAN).leftFen()).isEqualTo(WAN);
    }

    @Test
    void who_applied_comes_first_and_tells_the_day() {
        TrialFirm second = filed(CAPPED, "2026-03-02T01:00:00Z");
        TrialFirm first = filed(LOSES_SOME, "2026-03-01T23:00:00Z");
        TrialResult.Rationed rationed = trial(List.of(GROWS, second, first))
                .result(new TrialBudget(50 * WAN, null, null))
                .rationings()
                .getFirst();
        // 10 for the first, 40 of 100 for the second, whose morning in Shanghai is still the second of March.
        assertThat(rationed.full()).isEqualTo(1);
        assertThat(rationed.reduced()).isEqualTo(1);
        assertThat(rationed.usedUpAt()).isEqualTo(2);
        assertThat(rationed.usedUpOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void what_cannot_be_reckoned_says_why() {
        List<TrialResult.Rationed> all =
                trial(ALL).result(new TrialBudget(WAN, null, null)).rationings();
        assertThat(all.get(2).possible()).isFalse();
        assertThat(all.get(2).note()).contains("名额");
        assertThat(all.get(3).possible()).isFalse();
        assertThat(all.get(3).note()).contains("评分");
    }

    @Test
    void rows_are_read_as_they_were_written() {
        List<TrialOutcome> outcomes = trial(ALL).outcomes();
        assertThat(TrialRows.read(TrialRows.write(outcomes))).isEqualTo(outcomes);
        List<TrialOutcome> alone = List.of(new TrialOutcome(Long.MAX_VALUE, TrialClass.NOTHING, 0, null, 0));
        assertThat(TrialRows.read(TrialRows.write(alone))).isEqualTo(alone);
        assertThat(TrialRows.read(TrialRows.write(List.of()))).isEmpty();
    }

    private static TrialResult.Rationed firstCome(long budgetFen) {
        return trial(ALL)
                .result(new TrialBudget(budgetFen, null, null))
                .rationings()
                .getFirst();
    }

    private static TrialResult.Rationed rationed(
            RationingWay way,
            String note,
            int full,
            int reduced,
            int none,
            long grantedWan,
            long leftWan,
            Integer usedUpAt,
            LocalDate usedUpOn,
            long share) {
        return new TrialResult.Rationed(
                way, true, note, full, reduced, none, grantedWan * WAN, leftWan * WAN, usedUpAt, usedUpOn, share);
    }

    private static Trial trial(List<TrialFirm> firms) {
        Trial trial = new Trial(rule(DRAFT), rule(IN_FORCE), ASKED, Parameters.none());
        firms.forEach(trial::accept);
        return trial;
    }

    private static Rule rule(String yaml) {
        Problems problems = new Problems();
        return RuleYaml.read("growth.yml", yaml, VOCABULARY, problems)
                .orElseThrow(() -> new AssertionError(problems.errors()));
    }

    private static TrialFirm firm(long id, Long staff, Long revenueFen, Boolean badCredit, Boolean contributes) {
        Map<String, Fact> facts = new HashMap<>();
        if (staff != null) {
            facts.put("staff", told(Value.of((long) staff)));
        }
        if (revenueFen != null) {
            facts.put("revenue", told(Value.of(new Money(revenueFen))));
        }
        facts.put("bad-credit", told(Value.of((boolean) badCredit)));
        if (contributes != null) {
            facts.put("contribution", told(Value.of((boolean) contributes)));
        }
        return new TrialFirm(id, Facts.of(facts), List.of(), null);
    }

    private static TrialFirm score(TrialFirm firm, long score) {
        return new TrialFirm(firm.id(), firm.facts().with("score", told(Value.of(score))), firm.paid(), null);
    }

    private static TrialFirm filed(TrialFirm firm, String at) {
        return new TrialFirm(firm.id(), firm.facts(), firm.paid(), Instant.parse(at));
    }

    private static TrialFirm paid(TrialFirm firm, long wan) {
        Payment payment = new Payment(
                "growth", "award", Set.of(), Beneficiary.ENTERPRISE, "", "", "", ASKED.getYear(), wan * WAN);
        return new TrialFirm(firm.id(), firm.facts(), List.of(payment), null);
    }

    private static Fact told(Value value) {
        return new Fact(value, new Provenance(Source.VERIFIED, LocalDate.of(2026, 1, 5), "年报"));
    }
}
