package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Firms as columns give the verdicts that they give one by one, however the columns came about. */
class FactColumnsTest {
    private static final ProvisionReference CLAUSE = new ProvisionReference("p", "1", "第一条");
    private static final Provenance TOLD = new Provenance(Source.DECLARED, LocalDate.of(2025, 1, 1), "");

    @Test
    void firms_that_were_gathered_get_the_verdicts_of_the_evaluator() throws IOException, URISyntaxException {
        List<Facts> firms =
                LongStream.rangeClosed(1, 130).mapToObj(Firms::random).toList();
        BatchVerdicts batch = new BatchVerdicts(FactColumns.gather(firms.stream()), Firms.ASKED, Asking.PARAMETERS);
        for (String name : GoldenRulesTest.names()) {
            Rule rule = Asking.golden(name);
            BatchVerdicts.Verdicts verdicts = batch.of(rule);
            for (int firm = 0; firm < firms.size(); firm++) {
                Situation situation = new Situation(firms.get(firm), Firms.ASKED, Asking.PARAMETERS, List.of());
                assertThat(verdicts.get(firm))
                        .as("seed %d, %s", firm + 1, name)
                        .isEqualTo(RuleEvaluator.evaluate(rule, situation).verdict());
            }
        }
    }

    @Test
    void a_gathered_firm_has_the_values_it_came_with() {
        List<Facts> firms =
                LongStream.rangeClosed(1, 70).mapToObj(Firms::random).toList();
        FactColumns columns = FactColumns.gather(firms.stream());
        assertThat(columns.size()).isEqualTo(70);
        for (int at = 0; at < firms.size(); at++) {
            Facts back = columns.firm(at);
            assertThat(back.all().keySet())
                    .as("seed %d", at + 1)
                    .isEqualTo(firms.get(at).all().keySet());
            firms.get(at)
                    .all()
                    .forEach((name, fact) ->
                            assertThat(back.get(name).value()).as(name).isEqualTo(fact.value()));
            assertThat(back.get("no-such-fact")).isNull();
        }
    }

    @Test
    void columns_that_somebody_has_are_read_as_they_are() {
        // Three firms: 5000元 and large with two honours; 300元, nothing else; nothing at all.
        FactColumns columns = FactColumns.of(
                3,
                Map.of(
                        "revenue",
                        FactColumn.numbers(FactType.MONEY, new long[] {500_000, 30_000, 0}, new long[] {0b011}),
                        "size",
                        FactColumn.words(List.of("small", "large"), new long[] {1, 0, 0}, new long[] {0b001}),
                        "honours",
                        FactColumn.wordSets(List.of("gazelle", "high-tech"), new long[] {0b11, 0, 0}, new long[] {1})));
        assertThat(columns.firm(0).get("revenue").value()).isEqualTo(Value.of(new Money(500_000)));
        assertThat(columns.firm(0).get("size").value()).isEqualTo(Value.of("large"));
        assertThat(columns.firm(0).get("honours").value()).isEqualTo(Value.ofCodes(List.of("gazelle", "high-tech")));
        assertThat(columns.firm(1).all()).containsOnlyKeys("revenue");
        assertThat(columns.firm(2).all()).isEmpty();
    }

    @Test
    void a_column_of_another_length_is_refused() {
        FactColumn two = FactColumn.numbers(FactType.COUNT, new long[2], new long[1]);
        assertThatThrownBy(() -> FactColumns.of(3, Map.of("staff", two)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2")
                .hasMessageContaining("3");
        assertThatThrownBy(() -> FactColumn.numbers(FactType.COUNT, new long[2], new long[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FactColumn.numbers(FactType.COUNT, new long[2], new long[] {0b100}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_words_than_bits_are_scanned_all_the_same() {
        FactDefinition industry = Asking.VOCABULARY.facts().find("industry").orElseThrow();
        FactDefinition honours = Asking.VOCABULARY.facts().find("honours").orElseThrow();
        List<Facts> firms = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            firms.add(Facts.of(Map.of(
                    "industry", new Fact(Value.of("i" + number), TOLD),
                    "honours", new Fact(Value.ofCodes(List.of("h" + number, "h" + (number + 1))), TOLD))));
        }
        BatchVerdicts batch = new BatchVerdicts(FactColumns.gather(firms.stream()), Firms.ASKED, Asking.PARAMETERS);
        Rule oneOf = with(
                new Criterion.OneOf(FactRef.fact(industry), new TreeSet<>(List.of("i3", "i150", "nobody")), CLAUSE));
        assertThat(batch.of(oneOf).met().stream()).containsExactly(3, 150);
        Rule any = with(new Criterion.Holds(
                FactRef.fact(honours), Criterion.HowMany.ANY, new TreeSet<>(List.of("h3", "h170", "nobody")), CLAUSE));
        assertThat(batch.of(any).met().stream()).containsExactly(2, 3, 169, 170);
        Rule every = with(new Criterion.Holds(
                FactRef.fact(honours), Criterion.HowMany.EVERY, new TreeSet<>(List.of("h3", "nobody")), CLAUSE));
        assertThat(batch.of(every).count(Verdict.NOT_MET)).isEqualTo(200);
    }

    @Test
    void a_word_that_no_firm_has_is_met_by_none_and_lacked_by_all_who_are_known() {
        FactDefinition honours = Asking.VOCABULARY.facts().find("honours").orElseThrow();
        List<Facts> firms = List.of(
                Facts.of(Map.of("honours", new Fact(Value.ofCodes(List.of("gazelle")), TOLD))),
                Facts.of(Map.of("honours", new Fact(Value.ofCodes(List.of()), TOLD))),
                Facts.none());
        BatchVerdicts batch = new BatchVerdicts(firms, Firms.ASKED, Asking.PARAMETERS);
        for (Criterion.HowMany howMany : Criterion.HowMany.values()) {
            BatchVerdicts.Verdicts verdicts = batch.of(with(
                    new Criterion.Holds(FactRef.fact(honours), howMany, new TreeSet<>(List.of("unicorn")), CLAUSE)));
            Verdict expected = howMany == Criterion.HowMany.NONE ? Verdict.MET : Verdict.NOT_MET;
            assertThat(IntStream.range(0, 3).mapToObj(verdicts::get))
                    .as("%s", howMany)
                    .containsExactly(expected, expected, Verdict.UNKNOWN);
        }
    }

    @Test
    void values_of_two_types_under_one_name_are_looked_at_one_by_one() {
        FactDefinition staff = Asking.VOCABULARY.facts().find("staff").orElseThrow();
        List<Facts> firms = List.of(
                Facts.of(Map.of("staff", new Fact(Value.of(12L), TOLD))),
                Facts.of(Map.of("staff", new Fact(Value.of("many"), TOLD))),
                Facts.of(Map.of("staff", new Fact(Value.of(9L), TOLD))));
        Rule rule = with(new Criterion.Compare(
                new Formula.FromFact(FactRef.fact(staff)),
                Comparison.AT_LEAST,
                new Formula.Constant(Kind.COUNT, 10),
                CLAUSE));
        BatchVerdicts.Verdicts verdicts = new BatchVerdicts(firms, Firms.ASKED, Asking.PARAMETERS).of(rule);
        assertThat(IntStream.range(0, 3).mapToObj(verdicts::get))
                .containsExactly(Verdict.MET, Verdict.UNKNOWN, Verdict.NOT_MET);
    }

    private static Rule with(Criterion criterion) {
        Rule rule = Asking.golden("xicheng-neeq");
        return new Rule(
                rule.id(),
                rule.name(),
                rule.basis(),
                null,
                criterion,
                new Criterion.All(List.of()),
                rule.benefits(),
                List.of(),
                List.of(),
                1,
                rule.rounding());
    }
}
