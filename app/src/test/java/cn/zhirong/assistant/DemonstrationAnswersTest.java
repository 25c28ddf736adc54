package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.assistant.Answer.Grounded;
import cn.zhirong.assistant.Answer.Reason;
import cn.zhirong.assistant.Answer.Refused;
import cn.zhirong.knowledge.PolicyIndexes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions that the demonstration bureaus suggest are answered from their bundled policies with the right clauses. */
class DemonstrationAnswersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    static Path folder;

    private static PolicyIndexes indexes;

    @BeforeAll
    static void index() throws Exception {
        indexes = DemonstrationLibrary.open(folder);
    }

    @AfterAll
    static void close() throws Exception {
        indexes.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zhaoqing | 知识产权质押贷款的贴息比例是多少 | 可贴息利息的50%;30万元 | 第七条;第十条
                    zhaoqing | 申请贴息要交哪些材料 | 贴息申请表;付息清单;信用承诺书;3月1日至4月15日 | 第十三条;第十二条
                    zhaoqing | 评估费和担保费能补贴多少 | 评估费;担保费;50% | 二、表1第1行;二、表1第2行
                    zhaoqing | 企业进入风险补偿资金池 | 注册满1年;划型标准;不良记录;经营异常名录 | 第六条
                    zhaoqing | 贷款出现不良，资金池 | 本金损失的50% | 第十四条
                    zhaoqing | 专利质押登记去哪里办 | 国家知识产权局;3个工作日 | 一、表1第1行;三、
                    zhaoqing | “肇星计划” | 双倍增 | 一、
                    binhai | 到2025年 | 50;亿元 | 二、表1第1行
                    binhai | 软件著作权 | 可以申报 | 一、
                    binhai | 2026年的贴息比例 | 50%;40%;30万元;20万元 | 二、(一);二、(二)
                    binhai | 发行知识产权证券化 | 评估费、担保费、评级费、律师费和交易服务费 | 第三条
                    binhai | 贷款出现不良 | 融资担保机构;可以申请补偿 | 第四条
                    binhai | 银行收到白名单 | 5个工作日内联系企业 | 第六条
                    binhai | 质押的专利怎样处置 | 许可他人使用;拍卖、变卖;转为股权;委托运营机构 | 四、;四、(一)
                    binhai | 天津市企业上市 | 上市辅导;100;200;500 | 一、表1第1行;一、表1第3行
                    """)
    void a_suggested_question_is_answered_with_its_clause(String bureau, String beginning, String facts, String paths) {
        Answer answer = ask(bureau, suggestion(bureau, beginning));

        assertThat(answer).isInstanceOf(Grounded.class);
        assertThat(answer.text()).contains(facts.split(";"));
        assertThat(answer.citations()).extracting(Citation::path).contains(paths.split(";"));
    }

    @Test
    void an_award_that_was_not_published_is_not_stated_and_no_figure_is_told() {
        Answer answer = ask("zhaoqing", suggestion("zhaoqing", "企业上市奖励"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_STATED));
        assertThat(Figures.of(answer.text())).isEmpty();
        assertThat(answer.citations()).extracting(Citation::path).contains("二、");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    zhaoqing | 评估费现在还能补贴吗 | 知识产权评估费;50% | 二、表1第1行
                    zhaoqing | 骗取贴息有什么后果 | 追回资金 | 第二十条
                    zhaoqing | 贴息现在还能申请吗 | 文件的规定是;3月1日至4月15日;有效期至 | 第十二条
                    binhai | 贴息现在还能申请吗 | 按季度受理;有效期至2027年2月28日 | 五、
                    binhai | 骗取补偿有什么后果 | 全额追回 | 第十七条
                    binhai | 费用30万元能补多少 | 不超过20万元的部分，补贴60%;不超过50万元的部分，补贴40% | 第四条
                    binhai | 行动方案是哪几个部门 | 区市场监管局（区知识产权局）、金融监管总局滨海监管分局 | 一、第2段
                    binhai | 贴息比例是多少 | 50% | 二、(一)
                    binhai | 2026年的贴息比例是多少 | 50% | 二、(一)
                    binhai | 质押期间要转让专利怎么办 | 应当先取得质权人同意 | 三、(二)
                    """)
    void a_question_in_plain_words_is_answered_with_its_clause(
            String bureau, String question, String facts, String paths) {
        Answer answer = ask(bureau, question);

        assertThat(answer).isInstanceOf(Grounded.class);
        assertThat(answer.text()).contains(facts.split(";"));
        assertThat(answer.citations()).extracting(Citation::path).contains(paths.split(";"));
    }

    @Test
    void a_benefit_that_ended_and_one_that_is_to_come_are_told_with_their_days() {
        Answer answer = ask("binhai", "评估费现在还能补贴吗");

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_IN_FORCE));
        assertThat(answer.text()).contains("2025年10月31日", "2027年1月1日").doesNotContain("50%");
        assertThat(answer.citations()).extracting(Citation::documentNumber).contains("示例〔2025〕3号", "示例〔2026〕15号");
    }

    @Test
    void what_there_was_before_is_asked_after_what_there_is() {
        Question.Bureau bureau = Bureaus.of(DemonstrationLibrary.bureau("zhaoqing"));
        Answer first = ask("zhaoqing", "资金池扩容了多少");
        List<Long> cited =
                first.citations().stream().map(Citation::policyId).distinct().toList();
        Answer answer = new Assistant(indexes)
                .answer(
                        new Question(bureau, "扩容前有多少", TODAY, List.of(new Question.Turn("资金池扩容了多少", cited))),
                        Progress.SILENT);
        assertThat(answer.text()).contains("由500万元达到700万元");
    }

    @Test
    void every_suggestion_is_covered_by_these_tests() {
        assertThat(DemonstrationLibrary.bureau("zhaoqing").suggestions()).hasSize(8);
        assertThat(DemonstrationLibrary.bureau("binhai").suggestions()).hasSize(8);
    }

    @Test
    void what_holds_only_from_next_year_is_told_as_not_in_force() {
        assertThat(ask("zhaoqing", "数据知识产权质押能贴息吗？"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_IN_FORCE));
    }

    private static String suggestion(String bureau, String beginning) {
        List<String> all = DemonstrationLibrary.bureau(bureau).suggestions();
        return all.stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static Answer ask(String bureau, String text) {
        return new Assistant(indexes)
                .answer(new Question(Bureaus.of(DemonstrationLibrary.bureau(bureau)), text, TODAY), Progress.SILENT);
    }
}
