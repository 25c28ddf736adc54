package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.rule.Basis;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleEvaluator;
import cn.zhirong.rule.RuleFacts;
import cn.zhirong.rule.Situation;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.Vocabularies;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The invented firms of both demonstration bureaus under every rule that travels with the application, on 22 November 2026. */
class DemonstrationFirmsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Provenance SUPPOSED = new Provenance(Source.VERIFIED, LocalDate.EPOCH, "视为符合");

    @Test
    void every_rule_is_decided_for_nearly_all_of_them() {
        Map<String, Integer> granted = new HashMap<>();
        for (ProgrammeFiles.Bureau bureau : ProgrammeFiles.bundled().bureaus()) {
            List<Facts> firms = firms(bureau);
            bureau.programmes()
                    .forEach(programme -> programme.versions().forEach(version -> {
                        String rule = bureau.slug() + "/" + programme.code() + " "
                                + version.rule().basis().version();
                        List<Evaluation> evaluations = firms.stream()
                                .map(facts -> evaluate(bureau, version.rule(), facts))
                                .toList();
                        assertThat(count(evaluations, Verdict.UNKNOWN)).as(rule).isLessThanOrEqualTo(10);
                        assertThat(evaluations.stream()
                                        .filter(it -> it.verdict() == Verdict.MET
                                                && it.payable().isEmpty())
                                        .count())
                                .as(rule)
                                .isZero();
                        granted.merge(
                                bureau.slug() + "/" + programme.code(),
                                (int) evaluations.stream()
                                        .filter(it -> it.payable()
                                                .filter(money -> money.fen() > 0)
                                                .isPresent())
                                        .count(),
                                Integer::sum);
                    }));
        }
        // Not yet open, or of property that none of them pledges: nobody gets anything, and that is decided.
        assertThat(granted)
                .containsEntry("zhaoqing/data-ip-interest", 0)
                .containsEntry("binhai/valuation-fee", 0)
                .containsEntry("binhai/guarantee-fee", 0);
        granted.keySet()
                .removeAll(List.of("zhaoqing/data-ip-interest", "binhai/valuation-fee", "binhai/guarantee-fee"));
        assertThat(granted)
                .isNotEmpty()
                .allSatisfy(
                        (programme, firms) -> assertThat(firms).as(programme).isPositive());
    }

    @Test
    void what_they_borrowed_and_paid_is_as_an_officer_could_have_typed_it() {
        for (int number = 1; number <= DemonstrationFirms.FIRMS; number++) {
            DemonstrationFirm firm = DemonstrationFirm.of(number, "zhaoqing", "441200", "肇庆", TODAY);
            for (ItemDraft item : firm.items()) {
                List<ItemDraft.Wrong> wrong = new ArrayList<>();
                Map<String, String> typed = item.typed();
                assertThat(ItemDraft.read(item.kind().group(), field -> typed.getOrDefault(field, ""), wrong))
                        .isEqualTo(item);
                assertThat(wrong).isEmpty();
            }
            assertThat(firm.items().stream().map(item -> item.kind().group()))
                    .as(firm.name())
                    .contains(ItemGroup.values());
            assertThat(firm.items().stream()
                            .filter(item -> !item.kind().saysNothing()
                                    && item.kind().group().hasTerms()))
                    .allSatisfy(item -> assertThat(item.number()).contains("示例"));
        }
        assertThat(DemonstrationFirm.of(1, "zhaoqing", "441200", "肇庆", TODAY).items())
                .extracting(ItemDraft::kind)
                .contains(ItemKind.IP_LOAN, ItemKind.MIXED_LOAN, ItemKind.VALUATION_FEE);
    }

    @Test
    void what_is_asked_is_the_same_when_nothing_else_is_read() {
        List<Profile> profiles = IntStream.rangeClosed(1, DemonstrationFirms.FIRMS)
                .mapToObj(number -> profile(DemonstrationFirm.of(number, "zhaoqing", "441200", "示例", TODAY)))
                .toList();
        Set<String> told = new TreeSet<>();
        profiles.forEach(firm ->
                told.addAll(EnterpriseFacts.of(firm, TODAY, "441200").all().keySet()));
        List<Set<String>> asked = new ArrayList<>();
        told.forEach(name -> asked.add(Set.of(name)));
        ProgrammeFiles.bundled()
                .bureaus()
                .forEach(bureau -> bureau.programmes()
                        .forEach(programme -> programme
                                .versions()
                                .forEach(version ->
                                        asked.add(RuleFacts.of(version.rule()).keySet()))));
        assertThat(told).contains("size", "loans", "invoices", "listed-on", "ip-assets", "abnormal-list", "debt-ratio");
        for (Set<String> names : asked) {
            RegisterScan.Asked read = EnterpriseFacts.register(names);
            for (Profile firm : profiles) {
                Map<String, Fact> all =
                        new TreeMap<>(EnterpriseFacts.of(firm, TODAY, "441200").all());
                all.keySet().retainAll(names);
                assertThat(EnterpriseFacts.of(firm.only(read), TODAY, "441200", names)
                                .all())
                        .as(firm.name() + ", " + names)
                        .isEqualTo(all);
            }
        }
    }

    private static List<Facts> firms(ProgrammeFiles.Bureau bureau) {
        return IntStream.rangeClosed(1, DemonstrationFirms.FIRMS)
                .mapToObj(number -> DemonstrationFirm.of(number, bureau.slug(), "441200", "示例", TODAY))
                .map(firm -> {
                    Facts facts = EnterpriseFacts.of(profile(firm), TODAY, "441200");
                    for (Vocabularies.Judged judged : bureau.judged()) {
                        facts = facts.with(judged.name(), new Fact(Value.of(true), SUPPOSED));
                    }
                    return withQuarter(facts);
                })
                .toList();
    }

    /** The register holds the interest of a year; of which quarter any is, only the firm can say. */
    private static Facts withQuarter(Facts facts) {
        Fact loans = facts.get("loans");
        if (loans == null || !(loans.value() instanceof Value.Records records)) {
            return facts;
        }
        List<FactRecord> told = records.records().stream()
                .map(loan -> {
                    Map<String, Value> values = new HashMap<>(loan.values());
                    values.put("interest-until", Value.of(LocalDate.of(2026, 9, 30)));
                    return new FactRecord(loan.id(), values, loan.provenance());
                })
                .toList();
        return facts.with("loans", new Fact(Value.ofRecords(told), loans.provenance()));
    }

    @Test
    void the_interest_of_a_year_is_not_taken_for_that_of_a_quarter() {
        ProgrammeFiles.Bureau binhai = ProgrammeFiles.bundled().bureaus().stream()
                .filter(bureau -> bureau.slug().equals("binhai"))
                .findFirst()
                .orElseThrow();
        Rule quarterly = binhai.programmes().stream()
                .filter(programme -> programme.code().equals("interest"))
                .map(programme -> programme.versions().getLast().rule())
                .findFirst()
                .orElseThrow();
        Facts firm =
                EnterpriseFacts.of(profile(DemonstrationFirm.of(1, "binhai", "441200", "示例", TODAY)), TODAY, "441200");
        assertThat(evaluate(binhai, quarterly, firm).payable()).isEmpty();
        assertThat(evaluate(binhai, quarterly, firm).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    /** In force whatever day it begins, as a trial takes it. */
    private static Evaluation evaluate(ProgrammeFiles.Bureau bureau, Rule rule, Facts facts) {
        Basis basis = rule.basis();
        Rule holding = new Rule(
                rule.id(),
                rule.name(),
                new Basis(basis.policy(), basis.title(), basis.version(), false, new DateRange(TODAY, null)),
                rule.each(),
                rule.conditions(),
                rule.itemConditions(),
                rule.benefits(),
                rule.caps(),
                rule.relations(),
                rule.roundToFen(),
                rule.rounding());
        Parameters parameters = new Parameters(
                bureau.series().stream().map(Vocabularies.KeptSeries::series).toList());
        return RuleEvaluator.evaluate(holding, new Situation(facts, TODAY, parameters, List.of()));
    }

    private static int count(List<Evaluation> evaluations, Verdict verdict) {
        return (int) evaluations.stream().filter(it -> it.verdict() == verdict).count();
    }

    private static Profile profile(DemonstrationFirm firm) {
        List<cn.zhirong.enterprise.Fact> facts = new ArrayList<>();
        firm.facts().forEach((field, value) -> facts.add(fact(facts.size() + 1L, field, 0, value)));
        firm.years()
                .forEach((year, figures) ->
                        figures.forEach((field, value) -> facts.add(fact(facts.size() + 1L, field, year, value))));
        List<Item> items = new ArrayList<>();
        firm.items().forEach(draft -> items.add(item(items.size() + 1L, draft)));
        return new Profile(1, firm.code(), firm.name(), facts, items);
    }

    private static cn.zhirong.enterprise.Fact fact(long id, FactField field, int year, FactValue value) {
        return new cn.zhirong.enterprise.Fact(
                id,
                field,
                year,
                value,
                FactSource.IMPORTED,
                TODAY,
                "示例数据",
                FactState.STANDS,
                "system",
                Instant.EPOCH,
                null,
                null,
                "");
    }

    /** What the register makes of a draft. */
    static Item item(long id, ItemDraft draft) {
        return new Item(
                id,
                draft.kind(),
                draft.number(),
                draft.title(),
                draft.filedOn(),
                draft.beginsOn(),
                draft.endsOn(),
                draft.status(),
                draft.parties(),
                draft.amountFen(),
                draft.terms(),
                FactSource.VERIFIED,
                LocalDate.of(2026, 3, 1),
                "原件",
                FactState.STANDS,
                "chen",
                Instant.EPOCH,
                null,
                null,
                "");
    }
}
