package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.subsidy.SubsidyFixture;
import cn.zhirong.tenant.CalendarDay;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a programme asks for, beside what its documents say. */
class ProgrammeAnswersTest {
    private static final TestServer SERVER = TestServer.get();

    private final Tenant city = SubsidyFixture.like("zhaoqing");
    private final List<Sentence> told = new ArrayList<>();
    private Answer found = new Answer.Clarify("", List.of(), Provenance.of(LocalDate.EPOCH, List.of()));

    @Test
    void the_clauses_stand_behind_materials_and_windows() {
        Answer.Computed answer = ask("申请贴息要交哪些材料，什么时候受理？", LocalDate.of(2026, 5, 20));
        assertThat(answer.citations()).extracting(Citation::path).contains("第十三条第一项", "第十三条第五项", "第十二条");
        assertThat(answer.citations())
                .filteredOn(citation -> citation.path().equals("第十二条"))
                .singleElement()
                .satisfies(citation -> assertThat(citation.quote()).contains("3月1日至4月15日"));
        assertThat(answer.sentences()).isEqualTo(told);
        assertThat(answer.text()).doesNotContain("不一致");
        assertThat(answer.provenance().documents()).contains("肇庆市知识产权质押融资贴息实施细则（示例）");
    }

    @Test
    void the_last_day_is_open_and_the_next_is_not() {
        assertThat(ask("贴息什么时候截止", LocalDate.of(2026, 5, 5)).text()).contains("从2026年5月6日到2026年6月15日");
        assertThat(ask("贴息什么时候截止", LocalDate.of(2026, 5, 6)).text()).contains("可以申请，截止2026年6月15日");
        assertThat(ask("贴息什么时候截止", LocalDate.of(2026, 6, 15)).text()).contains("连当天还有1个工作日");
        assertThat(ask("贴息什么时候截止", LocalDate.of(2026, 6, 16)).text()).contains("不在受理期", "2027年3月1日");
        // The day after: the rules ended with 31 March 2029.
        assertThat(ask("贴息什么时候截止", LocalDate.of(2029, 4, 2)).text()).doesNotContain("可以申请");
    }

    @Test
    void the_bureaus_own_calendar_counts_the_days_left() {
        Calendars calendars = SERVER.bean(Calendars.class);
        calendars.replace(city, List.of(), List.of(new CalendarDay(LocalDate.of(2026, 6, 12), false, "示例放假")));
        assertThat(ask("贴息什么时候截止", LocalDate.of(2026, 6, 11)).text()).contains("连当天还有2个工作日");
        assertThat(ask("贴息什么时候截止", LocalDate.of(2026, 6, 12)).text()).contains("连当天还有1个工作日");
    }

    @Test
    void where_the_programme_leaves_out_what_the_clause_lists_both_are_told() throws SQLException {
        change("\"provision\":\"第十三条第五项\"", "\"provision\":\"\"");
        Answer.Computed answer = ask("申请贴息要交哪些材料", LocalDate.of(2026, 5, 20));
        assertThat(answer.text()).contains("与项目页所列不一致", "第十三条第五项", "以文件为准");
    }

    @Test
    void where_the_programme_has_other_days_than_the_clause_both_are_told() throws SQLException {
        change("\"until\":\"2027-04-15\"", "\"until\":\"2027-04-20\"");
        change("\"until\":\"2028-04-15\"", "\"until\":\"2028-04-20\"");
        Answer.Computed answer = ask("贴息什么时候可以申请", LocalDate.of(2026, 11, 22));
        assertThat(answer.text()).contains("到2027年4月20日", "受理时间不一致", "3月1日至4月15日", "以文件为准");
    }

    @Test
    void a_later_notice_that_names_other_days_is_told_as_well() {
        Citation notice = new Citation(
                1,
                900,
                901,
                city.slug(),
                "示例〔2026〕99号",
                "关于延长贴息申报时间的通知",
                1,
                "一、",
                "p1",
                "本次贴息受理时间延长为5月6日至6月30日。",
                0,
                "现行有效",
                null);
        found = new Answer.Grounded(
                List.of(new Sentence("延长。", List.of(1))),
                List.of(notice),
                List.of(),
                Provenance.of(LocalDate.of(2026, 6, 1), List.of(notice)));
        Answer.Computed answer = ask("贴息什么时候截止", LocalDate.of(2026, 6, 1));
        assertThat(answer.text()).contains("截止2026年6月15日", "不一致", "5月6日至6月30日");
        assertThat(answer.citations()).extracting(Citation::documentNumber).contains("示例〔2026〕99号");
    }

    @Test
    void a_bureau_without_programmes_and_a_question_of_another_kind_are_left_to_the_documents() {
        Tenant bare = SERVER.aBureau();
        assertThat(SERVER.bean(ProgrammeAnswers.class)
                        .answer(question(bare, "申请贴息要交哪些材料", LocalDate.of(2026, 5, 20)), Progress.SILENT, () -> found))
                .isEmpty();
        for (String other : List.of("贴息比例是多少", "银行放款后几天内交备案材料", "专利质押登记要什么材料", "贴息什么时候拨付到账", "深圳贴息要什么材料")) {
            assertThat(SERVER.bean(ProgrammeAnswers.class)
                            .answer(question(city, other, LocalDate.of(2026, 5, 20)), Progress.SILENT, () -> found))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void the_page_shows_the_programme_with_its_state_and_the_way_to_it() {
        Document page = page("评估费补贴要交什么材料", "2026-05-20");
        assertThat(page.select(".answer-text").text()).contains("评估合同", "可以申请，截止2026年6月15日");
        assertThat(page.select(".offered a").attr("href")).isEqualTo("/" + city.slug() + "/subsidies/valuation-fee");
        assertThat(page.select(".offered").text()).contains("正在受理");
        assertThat(page.select(".citations a[href*=#]")).isNotEmpty();
        assertThat(page.select(".answer-computed a[href*=/calculator]")).isEmpty();

        Document several = page("补贴要交什么材料", "2026-05-20");
        assertThat(several.select("button.suggestion").eachAttr("value")).contains("《贷款保证保险费补贴（示例）》要交哪些材料？");
        Document none = page("我能拿什么补贴", "2026-05-20");
        assertThat(none.select(".answer-conclusion").text()).contains("先回答一个问题");
        assertThat(none.select("button.suggestion").eachAttr("value")).contains("我们注册在本地");
        Document computed = page("我们是小型企业，营收2000万，能拿什么补贴", "2026-05-20");
        assertThat(computed.select(".understood a").eachAttr("href"))
                .anySatisfy(
                        href -> assertThat(href).contains("/calculator/form?").endsWith("#f-revenue"));
        assertThat(computed.select(".answer-computed").text())
                .doesNotContain("interest-subsidy-rules", "financing-total");
    }

    private Document page(String question, String day) {
        return Jsoup.parse(new Browser()
                .submit("/" + city.slug() + "/ask", Map.of("question", question, "asOf", day))
                .body());
    }

    private Answer.Computed ask(String text, LocalDate day) {
        told.clear();
        Progress listening = new Progress() {
            @Override
            public void sentence(Sentence sentence) {
                told.add(sentence);
            }
        };
        return (Answer.Computed) SERVER.bean(ProgrammeAnswers.class)
                .answer(question(city, text, day), listening, () -> found)
                .orElseThrow();
    }

    private static Question question(Tenant tenant, String text, LocalDate day) {
        return new Question(new Question.Bureau(tenant.slug(), "测试局", List.of("肇庆"), ""), text, day);
    }

    /** As an officer might have entered it. */
    private void change(String old, String now) throws SQLException {
        try (Connection connection = SERVER.connection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE subsidy_programme SET content = REPLACE(REPLACE(content, '\": \"', '\":\"'), ?, ?)"
                                + " WHERE tenant_id = ? AND code = 'interest'")) {
            update.setString(1, old);
            update.setString(2, now);
            update.setLong(3, city.id());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
