package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Value;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaidFactsTest {
    @ParameterizedTest
    @CsvSource({"我们有3件发明专利，能拿什么补贴, 3", "我司有两件发明专利, 2", "手里发明专利5件, 5", "有十件有效发明专利, 10", "我们没有专利, 0"})
    void counts_of_property_are_understood(String text, int count) {
        Fact fact = said(text).get("ip-assets");
        List<FactRecord> records = fact == null ? List.of() : ((Value.Records) fact.value()).records();
        assertThat(records)
                .hasSize(count)
                .allSatisfy(record -> assertThat(record.value("kind")).isEqualTo(Value.of("invention")));
    }

    @Test
    void property_that_is_named_is_not_said_to_be_all() {
        assertThat(((Value.Records) said("我们有3件发明专利").get("ip-assets").value()).whole())
                .isFalse();
        assertThat(((Value.Records) said("专利质押贷款300万").get("loans").value()).whole())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"去年营收2000万, 2000", "上年营业收入是2000万元, 2000", "年收入大约1.5亿, 15000", "营收达到３０００万元, 3000"})
    void revenue_is_understood_with_its_unit(String text, long wan) {
        assertThat(said(text).get("revenue").value()).isEqualTo(Value.of(Money.ofWan(wan)));
    }

    @Test
    void a_number_without_a_unit_is_left_alone() {
        assertThat(said("我们营收很多，大概二千多吧").get("revenue")).isNull();
        assertThat(said("公司2019年成立，能拿什么补贴").all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"营收3千万, 3000", "营收2百万元, 200", "'营收3,000万元', 3000", "营收一亿两千万, 12000", "营收壹佰万圆整, 100", "营收1亿2000万元, 12000"
    })
    void numerals_behind_figures_belong_to_them(String text, long wan) {
        assertThat(said(text).get("revenue").value()).isEqualTo(Value.of(Money.ofWan(wan)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我们营收2000",
                "贷款500",
                "评估费花了8000多元",
                "我们的贷款2025年放的，500万",
                "收入2025年是3000万",
                "贷款3笔共500万",
                "贷款1年期500万",
                "利息收入5万",
                "贷款300到500万",
                "营收2000万以上",
                "营收1.2.3万",
                "营收99999999999万亿"
            })
    void what_is_no_one_amount_with_a_unit_is_left_alone(String text) {
        assertThat(said(text).all()).isEmpty();
    }

    @Test
    void thousands_are_yuan_and_fees_are_told_apart() {
        FactRecord loan = ((Value.Records) said("评估费3.5千，担保费付了3万").get("loans").value())
                .records()
                .getFirst();
        assertThat(loan.value("valuation-fee")).isEqualTo(Value.of(Money.ofYuan(3_500)));
        assertThat(loan.value("guarantee-fee")).isEqualTo(Value.of(Money.ofWan(3)));
        assertThat(loan.value("premium")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我们不属于高新技术企业",
                "没有被认定为高新技术企业",
                "还没评上国家高新技术企业",
                "我们不再是高企",
                "我们不是国家级高新技术企业",
                "想申请3件发明专利",
                "没有那3件发明专利了",
                "想在肇庆注册",
                "我们有99999件发明专利",
                "员工9999999人"
            })
    void what_is_denied_or_wished_or_beyond_reading_is_not_taken(String text) {
        assertThat(said(text).all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我们不在肇庆注册", "没有在本地注册", "还没在肇庆注册", "注册在外地"})
    void who_is_registered_elsewhere_says_so(String text) {
        assertThat(said(text).get("registered-here").value()).isEqualTo(Value.of(false));
    }

    @ParameterizedTest
    @CsvSource({
        "十二件发明专利, 12, 0",
        "二十件发明专利, 20, 0",
        "三十五件发明专利, 35, 0",
        "'发明专利,3件商标', 0, 3",
        "发明专利3件商标2件, 3, 2",
        "3件发明专利2件商标, 3, 2",
        "'3件发明专利,3件发明专利', 3, 0"
    })
    void counts_are_read_whole_and_each_for_its_kind(String text, int inventions, int trademarks) {
        assertThat(count(said(text), "invention")).isEqualTo(inventions);
        assertThat(count(said(text), "trademark")).isEqualTo(trademarks);
    }

    @Test
    void kinds_that_are_one_are_added_up() {
        assertThat(count(said("软著3个，著作权2个"), "copyright")).isEqualTo(5);
    }

    private static long count(Facts facts, String kind) {
        Fact fact = facts.get("ip-assets");
        return fact == null
                ? 0
                : ((Value.Records) fact.value())
                        .records().stream()
                                .filter(record -> Value.of(kind).equals(record.value("kind")))
                                .count();
    }

    @Test
    void of_two_amounts_in_one_breath_neither_is_taken_and_the_asker_is_told() {
        SaidFacts.Heard heard = heard("有贷款500万，另一笔贷款300万");
        assertThat(heard.facts().all()).isEmpty();
        assertThat(heard.unsure()).containsExactly("贷款金额");
        assertThat(heard("贷款500万，不对，贷款是800万").unsure()).isEmpty();
    }

    @Test
    void of_two_turns_the_later_holds_and_what_was_said_before_stays() {
        SaidFacts.Heard heard = heard("我们有3件发明专利，专利质押贷款500万，利率3.6%", "那如果贷款是800万呢");
        FactRecord loan =
                ((Value.Records) heard.facts().get("loans").value()).records().getFirst();
        assertThat(loan.value("principal")).isEqualTo(Value.of(Money.ofWan(800)));
        assertThat(loan.value("ip-principal")).isEqualTo(Value.of(Money.ofWan(800)));
        assertThat(loan.value("actual-rate")).isEqualTo(Value.of(new Rate(36_000)));
        assertThat(count(heard.facts(), "invention")).isEqualTo(3);
    }

    private static SaidFacts.Heard heard(String... turns) {
        return SaidFacts.heard(
                List.of(turns).stream().map(QuestionText::clean).toList(),
                LocalDate.of(2026, 5, 20),
                List.of("广东省肇庆市"));
    }

    @Test
    void a_loan_is_understood_as_one() {
        Facts facts = said("用专利质押贷款500万，年利率3.6%，付了利息18万，评估费花了8000元");
        assertThat(((Value.Records) facts.get("loans").value()).records())
                .singleElement()
                .satisfies(loan -> {
                    assertThat(loan.value("principal")).isEqualTo(Value.of(Money.ofWan(500)));
                    assertThat(loan.value("ip-principal")).isEqualTo(Value.of(Money.ofWan(500)));
                    assertThat(loan.value("actual-rate")).isEqualTo(Value.of(new Rate(36_000)));
                    assertThat(loan.value("interest-paid")).isEqualTo(Value.of(Money.ofWan(18)));
                    assertThat(loan.value("valuation-fee")).isEqualTo(Value.of(Money.ofYuan(8_000)));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "用专利质押贷款500万, patent",
        "专利权质押贷款500万, patent",
        "用商标和著作权质押贷款500万, copyright trademark",
        "用3件发明专利、2件商标质押贷款500万, patent trademark",
        "贷款500万。质押的是数据知识产权, data",
        "贷款500万，专利质押加房产抵押, other patent",
        "知识产权质押贷款500万, ''",
        "没有专利质押，信用贷款500万, ''",
        "有3件专利，贷款500万, ''"
    })
    void what_a_loan_rests_on_is_understood_where_it_is_named(String text, String kinds) {
        Value pledged = ((Value.Records) said(text).get("loans").value())
                .records()
                .getFirst()
                .value("pledged-kinds");
        assertThat(pledged).isEqualTo(kinds.isEmpty() ? null : Value.ofCodes(List.of(kinds.split(" "))));
    }

    @Test
    void a_pledge_alone_is_no_loan() {
        assertThat(said("专利质押贷款能贴息吗").get("loans")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"去年付了利息18万, 2025", "今年付了利息18万, 2026", "付了利息18万, 0", "去年贷款500万，付了利息18万, 0"})
    void the_year_of_the_interest_is_understood_by_the_day_it_is_said(String text, int year) {
        FactRecord loan =
                ((Value.Records) said(text).get("loans").value()).records().getFirst();
        assertThat(loan.value("interest-year")).isEqualTo(year == 0 ? null : Value.of(year));
    }

    @ParameterizedTest
    @CsvSource({"我们是高新技术企业, high-tech", "我们是高企, high-tech", "国家级小巨人, little-giant", "我们不是高新技术企业, ''", "我们想申请高企, ''"})
    void honours_are_understood_unless_they_are_denied_or_wished(String text, String code) {
        Fact fact = said(text).get("honours");
        if (code.isEmpty()) {
            assertThat(fact).isNull();
        } else {
            assertThat(fact.value()).isEqualTo(Value.ofCodes(List.of(code)));
        }
    }

    @ParameterizedTest
    @CsvSource({"我们注册在肇庆, true", "我们是肇庆市注册的企业, true", "我们注册在外地, false"})
    void the_place_is_understood(String text, boolean here) {
        assertThat(said(text).get("registered-here").value()).isEqualTo(Value.of(here));
    }

    @Test
    void what_was_said_later_holds() {
        assertThat(said("我们营收2000万。不对，营收是3000万").get("revenue").value()).isEqualTo(Value.of(Money.ofWan(3_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我们能拿多少贴息",
                "我们公司能申请什么补贴",
                "我能拿哪些补贴",
                "有3件发明专利，能拿多少",
                "我们还差什么条件",
                "哪些补贴适合我们",
                "企业符合哪些补贴",
                "公司可不可以申请贴息",
                "我们够不够条件",
                "我们能申请哪一项补贴",
                "我们有没有补贴可以拿",
                "还差什么条件"
            })
    void somebody_asks_what_they_can_get(String text) {
        assertThat(OwnQuestion.asks(text, !said(text).all().isEmpty())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "贴息比例是多少",
                "知识产权质押贷款的贴息比例是多少，一年最多能拿多少？",
                "我们是做软件的小公司,拿著作权去质押贷款,区里给贴息吗?",
                "申请贴息要交什么材料",
                "企业上市奖励给多少万？",
                "评估费和担保费能补贴多少？"
            })
    void a_question_about_the_policy_is_left_to_the_documents(String text) {
        assertThat(OwnQuestion.asks(text, !said(text).all().isEmpty())).isFalse();
    }

    private static Facts said(String text) {
        return SaidFacts.of(QuestionText.clean(text), LocalDate.of(2026, 5, 20), List.of("肇庆"));
    }
}
