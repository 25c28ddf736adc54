package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.web.Display;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Shell;
import cn.zhirong.web.Templates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The pages of the assistant, rendered with everything there and with nothing there. */
class TurnViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String CONVERSATION = "0123456789abcdef0123456789abcdef";
    private static final String CLAUSE = "第三条 按实际支付利息的百分之五十给予贴息，每户每年不超过五十万元。";
    private static final Shell SHELL =
            new Shell(null, "/shili/ask", List.of(), null, Display.DEFAULT, false, null, "/static/test", "2026年11月22日");
    private final Templates templates = new Templates();

    @Test
    void marks_the_quoted_words_inside_their_clause_and_links_each_number_to_it() {
        Document page = conversation(List.of(grounded(TurnState.ANSWERED)), 0);
        assertThat(page.select("#t1-c1 .clause").text()).isEqualTo(CLAUSE);
        assertThat(page.select("#t1-c1 mark").text()).isEqualTo(SlowAnswering.RATE.quote());
        assertThat(page.select("#t1 .answer-conclusion a[href=#t1-c1]").text()).isEqualTo("依据[1]");
        assertThat(page.select("#t1-c1 a").attr("href")).isEqualTo("/shili/policies/7/v1#a3");
        assertThat(page.select("#t1-c1 .validity-in-force")).hasSize(1);
        assertThat(page.select(".answer-gap").text()).isEqualTo("现有文件没有写明多久到账。");
        assertThat(page.select(".follow-ups button").attr("value")).isEqualTo("要交哪些材料？");
    }

    @Test
    void copies_question_answer_sources_and_the_mark_that_it_was_generated() {
        assertThat(grounded(TurnState.ANSWERED).copy())
                .startsWith("问：利息能补多少？\n\n答：补实际支付利息的一半。[1]\n")
                .contains("[1] 《示例市贴息办法》（示例〔2026〕1号）第三条：“" + SlowAnswering.RATE.quote() + "”")
                .contains("https://bureau.example/shili/policies/7/v1#a3", "【自动生成】", "以文件原文为准", "2026年11月22日");
    }

    @Test
    void shows_a_turn_that_runs_with_what_there_is_and_a_way_to_stop_it() {
        TurnRow row = row(TurnState.WAITING);
        TurnView running = TurnView.running(
                "shili",
                row,
                List.of(
                        new TurnPart.Stage("检索到 1 条"),
                        new TurnPart.Cited(SlowAnswering.RATE, CLAUSE),
                        new TurnPart.Said(SlowAnswering.SENTENCES.getFirst(), true)));
        Document page = conversation(List.of(running), 1);
        assertThat(page.select("#t1").attr("data-events")).isEqualTo(running.path() + "/events?after=3");
        assertThat(page.select("#t1 [role=status]").text()).isEqualTo("检索到 1 条");
        assertThat(page.select("[aria-busy=true] .answer-conclusion")).hasSize(1);
        assertThat(page.select("[data-stop]")).hasSize(1);
        assertThat(page.select("form#stop-1").attr("action")).isEqualTo(running.path() + "/stop");
        assertThat(page.select("[data-send][hidden]")).hasSize(1);
        assertThat(page.select("noscript").html()).contains("刷新查看");
    }

    @Test
    void says_on_which_day_it_answers_where_the_asker_chose_one_and_leads_to_the_text_of_that_day() {
        Instant later = Instant.parse("2026-11-22T16:00:00Z");
        TurnRow row = new TurnRow(
                1, CONVERSATION, 1, "利息能补多少？", DAY, TurnState.ANSWERED, null, later, null, null, null, null);
        TurnView chosen = TurnView.of(
                "shili", "https://bureau.example", row, new Reply(SlowAnswering.answer(DAY), List.of(CLAUSE)));
        Document page = conversation(List.of(chosen), 0);
        assertThat(page.select("#t1 .ai-mark strong").text()).isEqualTo("截至 2026年11月22日");
        assertThat(page.select("#t1-c1 a").attr("href")).isEqualTo("/shili/policies/7/v1?asOf=2026-11-22#a3");
        Document usual = conversation(List.of(grounded(TurnState.ANSWERED)), 0);
        assertThat(usual.select("#t1 .ai-mark").text()).contains("政策库截至 2026年11月22日");
    }

    @Test
    void offers_to_answer_again_what_was_stopped_or_failed() {
        Document stopped = conversation(List.of(grounded(TurnState.STOPPED)), 0);
        assertThat(stopped.select(".stage-stopped").text()).contains("可能不完整", "重新回答");
        Document silent = conversation(List.of(TurnView.silent("shili", row(TurnState.STOPPED))), 0);
        assertThat(silent.select(".stage-stopped").text()).contains("还没有生成内容");
        Document failed = conversation(List.of(TurnView.silent("shili", row(TurnState.FAILED))), 0);
        assertThat(failed.select(".stage-failed").text()).contains("不是您的操作有误", "重试");
        assertThat(failed.select(".answer-foot, .citations")).isEmpty();
    }

    @Test
    void shows_what_comes_nearest_and_the_way_to_a_person_when_it_is_not_stated() {
        Answer refused = new Answer.Refused(
                Answer.Reason.NOT_STATED,
                "现有文件没有写明。",
                List.of(SlowAnswering.RATE),
                "金融科；电话 000",
                List.of(),
                Provenance.of(DAY, List.of()));
        Document page = conversation(List.of(view(TurnState.ANSWERED, new Reply(refused, List.of(CLAUSE)))), 0);
        assertThat(page.select(".answer-text").text()).contains("现有文件没有写明。", "人工咨询：金融科；电话 000");
        assertThat(page.select(".citations-title").text()).isEqualTo("最接近的规定");
        Answer clarify = new Answer.Clarify("您问的是哪一份文件？", List.of("甲办法", "乙办法"), Provenance.of(DAY, List.of()));
        Document asked = conversation(List.of(view(TurnState.ANSWERED, new Reply(clarify, List.of()))), 0);
        assertThat(asked.select("#t1 .suggestion").eachText()).containsExactly("甲办法", "乙办法");
    }

    @Test
    void renders_the_question_page_and_the_first_page_full_and_bare() {
        AskView.Past past = new AskView.Past(CONVERSATION, "<b>利息</b>", 2, "2026年11月22日 10:00");
        AskView.Box wrong = new AskView.Box(
                "/shili/ask", CONVERSATION, "", "太长", "", List.of(new Refusal.Field("question", "问题最多 500 个字。")));
        Document full = render("assistant/ask", new AskView(wrong, List.of("商标能不能质押？"), List.of(past), "电话 000"));
        assertThat(full.select(".history").text()).contains("<b>利息</b>", "共 2 问");
        assertThat(full.select("#question-error").text()).contains("500");
        assertThat(full.title()).startsWith("有错误");
        Document bare = render("assistant/ask", new AskView(box(), List.of(), List.of(), ""));
        assertThat(bare.select(".history, .suggestions, .error-summary")).isEmpty();
        assertThat(bare.select("main h1")).hasSize(1);
        Document front = render("home/front", new HomeView.Front(List.of(new HomeView.Bureau("某局", "某市", "/mou"))));
        assertThat(front.select(".card a").attr("href")).isEqualTo("/mou");
        assertThat(render("home/front", new HomeView.Front(List.of()))
                        .select(".empty")
                        .text())
                .contains("还没有开通任何单位");
    }

    private Document conversation(List<TurnView> turns, int waiting) {
        Document page = render(
                "assistant/conversation",
                new ConversationView(
                        "/shili/ask/" + CONVERSATION,
                        box(),
                        turns,
                        waiting,
                        List.of(new ConversationView.Reason("OUTDATED", "已经过期")),
                        ""));
        assertThat(page.select("main h1")).hasSize(1);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("main [style], main script, main [onclick]")).isEmpty();
        return page;
    }

    private Document render(String template, Object view) {
        return Jsoup.parse(templates.render(template, Map.of("shell", SHELL, "view", view)));
    }

    private static AskView.Box box() {
        return new AskView.Box("/shili/ask", CONVERSATION, CONVERSATION, "", "", List.of());
    }

    private static TurnView grounded(TurnState state) {
        return view(state, new Reply(SlowAnswering.answer(DAY), List.of(CLAUSE)));
    }

    private static TurnView view(TurnState state, Reply reply) {
        return TurnView.of("shili", "https://bureau.example", row(state), reply);
    }

    private static TurnRow row(TurnState state) {
        Instant asked = Instant.parse("2026-11-22T02:00:00Z");
        return new TurnRow(1, CONVERSATION, 1, "利息能补多少？", DAY, state, null, asked, null, null, null, null);
    }
}
