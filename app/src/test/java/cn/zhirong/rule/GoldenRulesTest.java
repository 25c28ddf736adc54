package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.Problems;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule of the golden set. */
class GoldenRulesTest {
    static List<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(GoldenRulesTest.class.getResource("golden").toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".yml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_more_than_thirty() throws IOException, URISyntaxException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_written_reads_back_as_the_same_rule(String name) {
        Rule rule = Asking.golden(name);
        String written = RuleYaml.write(rule);
        Problems problems = new Problems();
        assertThat(RuleYaml.read(name, written, Asking.VOCABULARY, problems)).contains(rule);
        assertThat(problems.errors()).isEmpty();
        assertThat(problems.warnings()).isEmpty();
        assertThat(RuleYaml.write(rule)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_reads_back_as_one_chinese_sentence_that_names_all_its_facts(String name) {
        Rule rule = Asking.golden(name);
        String sentence = RuleSentence.of(rule);
        assertThat(sentence).startsWith(rule.name()).endsWith("。").doesNotContain("null", "Formula", "Criterion");
        assertThat(sentence.indexOf('。')).isEqualTo(sentence.length() - 1);
        Walk.criteria(
                rule,
                criterion -> Walk.facts(criterion)
                        .forEach(fact -> assertThat(sentence).contains(fact.label())));
        rule.benefits().forEach(benefit -> assertThat(sentence).contains(benefit.label()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothing_known_gives_no_amount_and_a_trace_that_says_what_is_missing(String name) {
        Evaluation evaluation = RuleEvaluator.evaluate(
                Asking.golden(name), Asking.on("2016-05-01").situation());
        assertThat(evaluation.payable()).isEmpty();
        Trace trace = Trace.of(evaluation);
        assertThat(trace.amount()).doesNotStartWith("可得");
        if (evaluation.verdict() == Verdict.UNKNOWN || evaluation.verdict() == Verdict.MET) {
            assertThat(Questions.of(List.of(evaluation), Asking.VOCABULARY.facts()))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_draft_for_comment_never_yields_an_amount(String name) {
        Rule rule = Asking.golden(name);
        Basis basis = rule.basis();
        Rule draft = new Rule(
                rule.id(),
                rule.name(),
                new Basis(basis.policy(), basis.title(), basis.version(), true, basis.effective()),
                rule.each(),
                new Criterion.All(List.of()),
                new Criterion.All(List.of()),
                rule.benefits(),
                rule.caps(),
                rule.relations(),
                rule.roundToFen(),
                rule.rounding());
        Evaluation evaluation =
                RuleEvaluator.evaluate(draft, ListingGoldenTest.zhaoqing().situation());
        assertThat(evaluation.payable()).isEmpty();
        assertThat(evaluation.possible()).isEmpty();
        assertThat(evaluation.lines()).isEmpty();
        assertThat(evaluation.payouts()).isEmpty();
        assertThat(Trace.of(evaluation).amount()).contains("征求意见稿");
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_leaf_of_a_trace_names_its_clause(String name) {
        Rule rule = Asking.golden(name);
        Trace trace = Trace.of(
                RuleEvaluator.evaluate(rule, ListingGoldenTest.zhaoqing().situation()));
        List<TraceNode> leaves = new ArrayList<>();
        collect(trace.root(), leaves);
        assertThat(leaves)
                .filteredOn(node -> node.kind().equals("leaf") && !node.says().startsWith("有可以补贴的"))
                .allSatisfy(node -> {
                    assertThat(node.clause()).isNotNull();
                    assertThat(node.clause().policy()).isEqualTo(rule.basis().policy());
                });
    }

    @Test
    void the_bytes_are_utf_8_json_of_one_form() {
        Evaluation evaluation = ListingGoldenTest.zhaoqing().of("zhaoqing-library");
        byte[] bytes = Trace.of(evaluation).bytes();
        assertThat(bytes)
                .isEqualTo(Trace.of(ListingGoldenTest.zhaoqing().of("zhaoqing-library"))
                        .bytes());
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith(
                        "{\"rule\":\"zhaoqing-library\",\"policy\":\"zhaoqing-library\",\"title\":\"肇庆入库补助（示例）\","
                                + "\"version\":\"示例\",\"asked\":\"2025-06-01\",\"verdict\":\"不符合\",\"amount\":\"没有金额\",\"root\":{")
                .contains(
                        "{\"kind\":\"leaf\",\"says\":\"在本地登记注册\",\"result\":\"符合\",\"clause\":{\"policy\":\"zhaoqing-library\","
                                + "\"version\":\"示例\",\"path\":\"第三条（一）\"},\"inputs\":[{\"name\":\"registered-here\",\"label\":\"在本地登记注册\","
                                + "\"value\":\"是\",\"source\":\"经办核实\",\"on\":\"2024-01-02\",\"evidence\":\"registered-here的证明\"}]}");
    }

    @Test
    void a_trace_read_aloud_names_no_group_and_no_policy_by_its_code() {
        Rule rule = AskingAgainTest.rule(
                "amount: 10万元",
                "rounding: down\nconditions: [{fact: stays, is: true, provision: {policy: other-policy, version: 示例〔2026〕3号, path: 第四条}}]\n"
                        + "caps: [{per: group-year, group: financing-total, at-most: 5万元, provision: 第二条}]",
                "a");
        List<String> sentences = Trace.of(RuleEvaluator.evaluate(
                        rule, Asking.on("2026-06-01").with("stays", "true").situation()))
                .sentences();
        assertThat(sentences)
                .noneMatch(sentence -> sentence.contains("financing-total") || sentence.contains("other-policy"))
                .anyMatch(sentence -> sentence.endsWith("依据示例〔2026〕3号第四条。"))
                .anyMatch(sentence -> sentence.startsWith("当年各项合计不超过5万元：5万元。"));
    }

    @Test
    void a_trace_reads_as_sentences() {
        Evaluation evaluation = ListingGoldenTest.zhaoqing()
                .record("ip-assets", "ZL1", "kind=utility", "granted-on=2024-06-01")
                .of("zhaoqing-library");
        assertThat(Trace.of(evaluation).sentences())
                .startsWith("按2025年6月1日有效的规则，“肇庆入库补助”的结论是不符合，没有金额。")
                .contains(
                        "成立日期至申请日满1年：符合。成立日期：2024年6月1日（经办核实，2024-01-02，founded-on的证明）。依据《肇庆入库补助（示例）》（示例）第三条（一）。",
                        "符合“类型为实用新型，且授权日期在近5年内”的知识产权不少于3件：不符合。知识产权：1件（ZL1）（经办核实，2024-01-02，ip-assets的证明）。依据《肇庆入库补助（示例）》（示例）第四条。");
    }

    @Test
    void sentences_are_such_as_one_would_say() {
        assertThat(RuleSentence.of(Asking.golden("guangming-invoice")))
                .isEqualTo("光明费用资助：企业应当符合：没有符合“罚款金额不低于10万元，且处罚决定日期在近3年内”的行政处罚，且在本地登记注册，且在本地纳税；"
                        + "每张费用发票不另设条件；按价税合计的50%给予企业费用资助；与“city-invoice”不得同时享受；金额精确到分，舍去尾数。");
        assertThat(RuleSentence.of(Asking.golden("xicheng-neeq")))
                .isEqualTo("西城新三板奖励：企业不另设条件；按综合评分分档（不足60的，0元；不低于60、不足80的，50万元；不低于80、不足90的，100万元；"
                        + "不低于90的，150万元）给予企业挂牌奖励；金额精确到分，舍去尾数。");
    }

    @Test
    void an_amount_is_explained_down_to_the_facts_and_the_parameter() {
        Trace trace = Trace.of(InterestGoldenTest.beijing("1600万元", "5.5%", "2023-03-12", "2024-03-14")
                .of("beijing-interest"));
        assertThat(trace.sentences())
                .contains(
                        "知识产权质押对应的贷款金额：1600万元（经办核实，2024-01-02，L1的证明）。",
                        "合同签订日期的1年期LPR：3.65%（2022年8月22日公布的1年期LPR为3.65%）。合同签订日期：2023年3月10日（经办核实，2024-01-02，L1的证明）。",
                        "贴息（L1）：30万元。依据《北京贴息（示例）》（示例）第五条。",
                        "当年不超过30万元：30万元。依据《北京贴息（示例）》（示例）第六条。");
    }

    private static void collect(TraceNode node, List<TraceNode> all) {
        all.add(node);
        node.parts().forEach(part -> collect(part, all));
    }
}
