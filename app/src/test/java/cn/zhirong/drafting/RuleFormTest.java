package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleYaml;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFormTest {
    static List<String> golden() {
        return GoldenTexts.names();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void every_golden_rule_is_the_same_after_it_went_through_the_form(String name) {
        Rule rule = rule(GoldenTexts.text(name));

        RuleForm shown = RuleForm.ofText(RuleYaml.write(rule), GoldenTexts.VOCABULARY);
        assertThat(shown.hidden()).isEmpty();
        RuleForm sent = RuleForm.ofData(
                FormData.sent(Objects.requireNonNull(shown.data()).fields()).orElseThrow(), GoldenTexts.VOCABULARY);

        assertThat(sent.problems()).isEmpty();
        assertThat(sent.rule()).isEqualTo(rule);
        assertThat(RuleForm.ofText(sent.text(), GoldenTexts.VOCABULARY).data()).isEqualTo(shown.data());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void a_golden_rule_as_a_person_wrote_it_fills_the_form_too(String name) {
        RuleForm shown = RuleForm.ofText(GoldenTexts.text(name), GoldenTexts.VOCABULARY);
        assertThat(shown.hidden()).isEmpty();
        assertThat(RuleForm.ofData(Objects.requireNonNull(shown.data()), GoldenTexts.VOCABULARY)
                        .rule())
                .isEqualTo(shown.rule());
    }

    @Test
    void what_is_wrong_stands_at_its_field() {
        FormData data = Objects.requireNonNull(RuleForm.ofText(GoldenTexts.text("suzhou-rank"), GoldenTexts.VOCABULARY)
                .data());
        RuleForm form =
                RuleForm.ofData(data.with("benefits.0.amount.rows.1.result.text", "1000"), GoldenTexts.VOCABULARY);

        assertThat(form.rule()).isNull();
        assertThat(form.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("benefits.0.amount.rows.1.result.text");
            assertThat(problem.words()).startsWith("“1000”不对：应当是带单位的金额");
        });
        assertThat(form.data()).isNotNull();
    }

    @Test
    void a_group_of_which_none_may_be_is_the_opposite_of_any() {
        String text = GoldenTexts.text("suzhou-rank") + """
                conditions:
                  - not:
                      - any:
                          - {fact: bad-credit, is: true, provision: 第二条}
                          - {fact: serious-violation, is: true, provision: 第二条}
                """;
        RuleForm form = RuleForm.ofText(text, GoldenTexts.VOCABULARY);
        FormData data = Objects.requireNonNull(form.data());
        assertThat(data.get("conditions.0.what")).isEqualTo("none");
        assertThat(data.count("conditions.0.parts")).isEqualTo(2);
        assertThat(RuleForm.ofData(data, GoldenTexts.VOCABULARY).rule()).isEqualTo(form.rule());
    }

    @Test
    void what_no_form_can_show_is_left_to_the_text() {
        RuleForm form =
                RuleForm.ofText(GoldenTexts.text("suzhou-rank") + "spell: abracadabra\n", GoldenTexts.VOCABULARY);
        assertThat(form.data()).isNull();
        assertThat(form.hidden()).isNotEmpty();
        assertThat(form.problems()).isNotEmpty();
    }

    @Test
    void words_that_a_form_would_cut_in_two_are_left_to_the_text() {
        for (String words : List.of("中国银行 一区支行", "甲、乙", "甲,乙", "甲，乙")) {
            String text = GoldenTexts.text("suzhou-rank") + """
                    conditions:
                      - {fact: industry, one-of: ['%s', 丙], provision: 第二条}
                    """.formatted(words);
            RuleForm form = RuleForm.ofText(text, GoldenTexts.VOCABULARY);
            assertThat(form.rule()).isNotNull();
            assertThat(form.data()).as(words).isNull();
            assertThat(RuleForm.ofText(text.replace(words, "甲"), GoldenTexts.VOCABULARY)
                            .data())
                    .isNotNull();
        }
    }

    @Test
    void a_word_may_be_the_name_of_the_record_around_it_where_there_is_one() {
        RuleForm form = RuleForm.ofText(GoldenTexts.text("issue-fees"), GoldenTexts.VOCABULARY);
        FormData data = Objects.requireNonNull(form.data());
        FormParts parts = new FormParts(
                form,
                data,
                FormWords.of(GoldenTexts.VOCABULARY, Set.of(), data),
                new ClauseTexts(),
                FormParts.Annotations.NONE);
        String offered = "value=names, text=就是这一期证券化产品的编号, chosen=";

        assertThat(data.get("item-conditions.1.where.0.op")).isEqualTo("names");
        assertThat(parts.itemConditions().toString()).contains(offered + "true").contains("value=count:invoices");
        assertThat(parts.amounts().toString()).contains(offered + "true");
        // What can only be one of several words is no number, and where nothing stands around there is nothing to name.
        FormData fee = data.with("item-conditions.1.where.0.what", "field:fee")
                .with("conditions.0.what", "fact:industry")
                .with("conditions.0.op", "one-of");
        FormParts others = new FormParts(
                form,
                fee,
                FormWords.of(GoldenTexts.VOCABULARY, Set.of(), fee),
                new ClauseTexts(),
                FormParts.Annotations.NONE);
        assertThat(others.itemConditions().toString()).doesNotContain(offered);
        assertThat(others.conditions().toString()).contains("value=one-of").doesNotContain("证券化产品的编号");
    }

    @Test
    void what_stands_behind_names_is_not_lost() {
        String text = GoldenTexts.text("issue-fees").replaceFirst("names: record", "names: issue");
        assertThat(RuleForm.ofText(text, GoldenTexts.VOCABULARY).data()).isNull();
    }

    @Test
    void years_that_are_numbers_and_ends_of_quarters_have_their_words() {
        RuleForm form = RuleForm.ofText(GoldenTexts.text("suzhou-rank") + """
                conditions:
                  - fact: new-listings
                    years-before-asked: 1
                    provision: 第二条
                  - fact: founded-on
                    not-before: {day: asked, pick: quarter-before, minus: 2年}
                    provision: 第二条
                  - fact: founded-on
                    quarters-before-asked: 2
                    provision: 第二条
                """, GoldenTexts.VOCABULARY);
        FormData data = Objects.requireNonNull(form.data());
        FormWords words = FormWords.of(GoldenTexts.VOCABULARY, Set.of(), data);

        assertThat(form.problems()).isEmpty();
        assertThat(new FormParts(form, data, words, new ClauseTexts(), FormParts.Annotations.NONE)
                        .conditions()
                        .toString())
                .contains("第几年", "上季度末", "第几个季度")
                .doesNotContain("不认识");
    }

    @Test
    void rows_are_added_moved_and_removed_and_the_others_keep_what_was_typed() {
        FormData data = FormData.of(Map.of("caps.0.per", "year", "caps.1.per", "item", "caps.1.at-most.text", "5"));
        assertThat(data.added("caps", "per").count("caps")).isEqualTo(3);
        assertThat(data.movedUp("caps", 1).get("caps.0.at-most.text")).isEqualTo("5");
        assertThat(data.without("caps", 0).fields())
                .isEqualTo(Map.of("caps.0.per", "item", "caps.0.at-most.text", "5"));
        assertThat(data.without("caps", 2)).isEqualTo(data);
        assertThat(data.movedUp("caps", 0)).isEqualTo(data);
    }

    @Test
    void what_is_no_form_of_ours_is_refused() {
        assertThat(FormData.sent(Map.of("conditions.0.what", "asked"))).isPresent();
        assertThat(FormData.sent(Map.of("conditions.299.what", "asked"))).isPresent();
        assertThat(FormData.sent(Map.of("conditions.300.what", "asked"))).isEmpty();
        assertThat(FormData.sent(Map.of("conditions.__proto__.what", "asked"))).isEmpty();
        assertThat(FormData.sent(Map.of("name", "x".repeat(2_000)))).isPresent();
        assertThat(FormData.sent(Map.of("name", "x".repeat(2_001)))).isEmpty();
    }

    private static Rule rule(String text) {
        Problems problems = new Problems();
        return RuleYaml.read("rule", text, GoldenTexts.VOCABULARY, problems).orElseThrow();
    }
}
