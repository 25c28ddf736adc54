package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.Chromium;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor does while an answer is on its way, in Chromium: each sentence comes when the test lets it. */
class SlowAnswerWalkTest {
    private static final String QUESTION = "贴息比例是多少？";
    private static final String FIRST = "补实际支付利息的一半。";
    private static final String SECOND = "现有文件没有写明多久到账。";
    private static final AtomicReference<SlowAnswering> ANSWERING = new AtomicReference<>(new SlowAnswering());

    private static Chromium chromium;
    private static EmbeddedServer server;

    private final Tenant bureau = TestServer.get().aBureau();

    @BeforeAll
    static void a_server_that_answers_slowly_and_a_browser() {
        Chromium.required();
        server = TestServer.get()
                .beside(
                        "slow-answers",
                        RuntimeBeanDefinition.builder(
                                        Answering.class,
                                        () -> (question, progress, seen) ->
                                                ANSWERING.get().answer(question, progress, seen))
                                .replaces(Answering.class)
                                .singleton(true)
                                .build());
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.getApplicationContext().close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void an_answer_that_is_stopped_keeps_what_was_said_and_is_marked(int width) {
        letting(1);
        try (Visit visit = visit(width, true)) {
            visit.open(ask()).ask(QUESTION);
            said(visit, FIRST).waitFor();
            visit.looksRight("an answer on its way");
            assertThat(button(visit, "提问").isVisible()).isFalse();

            button(visit, "停止").click();
            said(visit, "已停止，以上内容可能不完整。").waitFor();

            assertThat(visit.answer().innerText()).contains(FIRST, "自动生成").doesNotContain(SECOND);
            assertThat(visit.page().locator("[role=status]:has-text('已停止')").count())
                    .isPositive();
            assertThat(button(visit, "停止").count()).isZero();
            assertThat(button(visit, "提问").isVisible()).isTrue();
            visit.looksRight("a stopped answer");
            visit.page().reload();
            assertThat(visit.answer().innerText()).contains(FIRST, "已停止").doesNotContain(SECOND);

            letting(2);
            button(visit, "重新回答").click();
            said(visit, SECOND).waitFor();
            visit.awaitAnswer();
            assertThat(visit.answer().innerText()).contains(FIRST).doesNotContain("已停止");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void a_reload_in_the_middle_shows_what_was_said_and_ends_complete(int width) {
        SlowAnswering answering = letting(1);
        try (Visit visit = visit(width, true)) {
            visit.open(ask()).ask(QUESTION);
            said(visit, FIRST).waitFor();
            visit.page().reload();
            assertThat(visit.answer().innerText()).contains(FIRST).doesNotContain(SECOND);

            answering.let(1);
            visit.awaitAnswer();

            assertThat(said(visit, FIRST).count()).isOne();
            assertThat(said(visit, SECOND).count()).isOne();
            assertThat(visit.page().locator(".citation").count()).isOne();
            assertThat(visit.page().locator("[aria-busy=true], .stage-running").count())
                    .isZero();
            visit.looksRight("the whole answer");
        }
    }

    @Test
    void without_scripts_a_slow_answer_is_looked_at_again_until_it_is_there() {
        SlowAnswering answering = letting(1);
        try (Visit visit = visit(360, false)) {
            visit.open(ask()).ask(QUESTION);
            assertThat(visit.answer().innerText()).contains(FIRST, "回答还在生成");
            visit.looksRight("a slow answer without scripts");
            answering.let(1);
            // It is stored a moment after it was let.
            Locator again = visit.page().locator("noscript a");
            for (int i = 0; i < 100 && again.count() > 0; i++) {
                String before = visit.page().url();
                again.click();
                visit.page().waitForURL(url -> !url.equals(before));
            }
            assertThat(visit.answer().innerText()).contains(FIRST, SECOND);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void the_keyboard_alone_asks_stops_and_opens_the_citation(int width) {
        letting(1);
        try (Visit visit = visit(width, true)) {
            Page page = visit.open(ask()).page();
            visit.tabTo("#question");
            page.keyboard().type(QUESTION);
            page.keyboard().press("Enter");
            page.waitForURL("**/ask/*");
            said(visit, FIRST).waitFor();
            visit.tabTo("[data-stop]");
            page.keyboard().press("Enter");
            said(visit, "已停止").waitFor();

            page.reload();
            visit.tabTo(".answer a[data-cite]");
            page.keyboard().press("Enter");

            Locator citation = page.locator(width == 360 ? ".citation:target" : ".citation:focus");
            citation.waitFor();
            assertThat(citation.innerText()).contains("按实际支付利息的百分之五十给予贴息");
            assertThat(citation.boundingBox().y).isBetween(-1.0, 800.0);
            visit.tabTo(".citation-foot a");
        }
    }

    @Test
    void the_text_is_read_aloud_where_the_device_has_a_chinese_voice() {
        letting(2);
        try (Visit visit = visit(1280, true)) {
            visit.context().addInitScript(A_DEVICE_WITH_A_CHINESE_VOICE);
            Page page = visit.open(ask()).page();
            page.getByText("无障碍", new Page.GetByTextOptions().setExact(true)).click();
            button(visit, "朗读正文").click();
            assertThat(page.evaluate("() => window.spoken.join('')")).asString().contains("用平常说话的方式问");
            assertThat(page.evaluate("() => window.spoken.length")).isNotEqualTo(1);
            visit.looksRight("reading aloud");
            button(visit, "停止朗读").click();
            assertThat(button(visit, "朗读正文").isVisible()).isTrue();
        }
    }

    @Test
    void nothing_is_offered_to_be_read_aloud_without_a_chinese_voice() {
        try (Visit visit = visit(1280, true)) {
            visit.context().addInitScript(A_DEVICE_WITH_A_CHINESE_VOICE.replace("zh-CN", "en-GB"));
            Page page = visit.open(ask()).page();
            page.getByText("无障碍", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(button(visit, "大鼠标").isVisible()).isTrue();
            assertThat(button(visit, "朗读正文").count()).isZero();
        }
    }

    /** What belongs to the device: a headless browser has no voice. */
    private static final String A_DEVICE_WITH_A_CHINESE_VOICE = """
            window.spoken = [];
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
            Object.defineProperty(window, "speechSynthesis", { value: {
              speaking: false,
              getVoices: () => [{ lang: "zh-CN", name: "voice" }],
              addEventListener: () => {},
              speak(utterance) { this.speaking = true; window.spoken.push(utterance.text); },
              cancel() { this.speaking = false; },
            } });
            """;

    private static SlowAnswering letting(int sentences) {
        SlowAnswering answering = new SlowAnswering().let(sentences);
        ANSWERING.set(answering);
        return answering;
    }

    private static Visit visit(int width, boolean scripts) {
        return chromium.visit(server.getURL().toString(), width, scripts);
    }

    private String ask() {
        return "/" + bureau.slug() + "/ask";
    }

    private static Locator said(Visit visit, String words) {
        return visit.answer().getByText(words);
    }

    private static Locator button(Visit visit, String name) {
        return visit.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
