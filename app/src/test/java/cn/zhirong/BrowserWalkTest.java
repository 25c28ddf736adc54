package cn.zhirong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.testing.Chromium;
import cn.zhirong.testing.Patience;
import cn.zhirong.testing.Product;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks the product in Chromium as its visitors and officers do. Every page must come without a violation of its content
 * policy, without an error in the console, without a request to anybody else, without serious accessibility findings, and
 * without a sideways scroll on a phone.
 */
class BrowserWalkTest {
    private static final String QUESTION = "风险补偿资金池托管给谁运营？";

    private static Product product;
    private static Chromium chromium;

    @BeforeAll
    static void the_product_and_a_browser() throws IOException {
        Chromium.required();
        Path below = Files.createDirectories(Path.of("target", "products"));
        product = Product.serve(Files.createTempDirectory(below.toAbsolutePath(), "walk"), "--demo");
        chromium = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
        if (product != null) {
            product.close();
        }
    }

    private static Visit visit(int width, boolean scripts) {
        return chromium.visit(product.url(), width, scripts);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void a_firm_asks_opens_the_clause_and_reads_on(int width) {
        try (Visit visit = visit(width, true)) {
            visit.open("/zhaoqing").looksRight("home");
            visit.ask(QUESTION);
            visit.awaitAnswer();
            visit.looksRight("answer");
            assertThat(visit.answer().innerText()).contains("广东股权交易中心").contains("自动生成");
            Locator citation = visit.page().locator(".citations").first();
            assertThat(citation.innerText()).contains("广东股权交易中心");
            citation.getByText("在全文中查看").first().click();
            visit.page().waitForURL("**/policies/**");
            visit.looksRight("reading");
            assertThat(visit.page().locator(":target").innerText()).contains("广东股权交易中心");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void a_firm_searches_filters_by_day_and_compares_versions(int width) {
        try (Visit visit = visit(width, true)) {
            visit.open("/zhaoqing/policies").looksRight("library");
            visit.page().fill("input[name=q]", "贴息比例");
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL("**q=**");
            visit.looksRight("search");
            assertThat(visit.page().locator("main").innerText()).contains("贴息").contains("现行有效");
            visit.open("/zhaoqing/policies?q=" + "%E8%B4%B4%E6%81%AF&asOf=2020-01-01")
                    .looksRight("search of the past");
            visit.open("/zhaoqing/policies?q=qwxzqwxz").looksRight("empty search");
            visit.open("/zhaoqing/policies");
            String pool = visit.page()
                    .getByText("风险补偿资金池管理办法", new Page.GetByTextOptions().setExact(false))
                    .first()
                    .getAttribute("href");
            visit.open(pool);
            visit.page().locator("a[href*='comparison']").first().click();
            visit.page().waitForURL("**/comparison**");
            visit.looksRight("comparison");
            assertThat(visit.page().locator("ins").count()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void a_question_is_asked_and_followed_up_without_scripts(int width) {
        try (Visit visit = visit(width, false)) {
            visit.open("/binhai").ask("到2025年质押融资金额要达到多少？");
            visit.awaitAnswer();
            visit.looksRight("answer without scripts");
            assertThat(visit.answer().innerText()).contains("知识产权质押融资金额", "目标：50", "亿元");
            assertThat(visit.page().locator("[data-copy]:visible, [data-speak]:visible"))
                    .as("buttons that only a script answers")
                    .satisfies(buttons -> assertThat(buttons.count()).isZero());

            visit.answer().locator("a[data-cite]").first().click();
            Locator citation = visit.page().locator(".citation:target");
            assertThat(citation.innerText()).contains("50");
            assertThat(citation.boundingBox().y).isBetween(-1.0, 800.0);
            citation.getByText("在全文中查看").click();
            assertThat(visit.page().locator(":target").innerText()).contains("50");

            visit.page().goBack();
            visit.page().locator(".feedback-why summary").click();
            visit.page().locator(".feedback-why input[type=checkbox]").first().check();
            visit.page().getByText("提交意见").click();
            assertThat(visit.page().locator(".notification").first().innerText())
                    .contains("您的意见已记下");
            visit.ask("由谁牵头落实？");
            assertThat(visit.page().locator(".turn"))
                    .satisfies(turns -> assertThat(turns.count()).isEqualTo(2));
            visit.looksRight("two answers without scripts");
        }
    }

    @Test
    void policies_are_searched_without_scripts() {
        try (Visit visit = visit(1280, false)) {
            visit.open("/binhai/policies");
            visit.page().fill("input[name=q]", "风险补偿");
            visit.page().locator("main form button").first().click();
            assertThat(visit.page().locator("main").innerText()).contains("风险补偿");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void what_is_copied_from_an_answer_carries_its_sources_and_its_mark(int width) {
        try (Visit visit = visit(width, true)) {
            visit.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.open("/zhaoqing/ask").ask(QUESTION);
            visit.awaitAnswer();
            visit.page().getByText("复制回答和依据").click();
            visit.page()
                    .getByText("已复制", new Page.GetByTextOptions().setExact(true))
                    .waitFor();
            assertThat(visit.page().evaluate("() => navigator.clipboard.readText()"))
                    .asString()
                    .startsWith("问：" + QUESTION)
                    .contains("广东股权交易中心", "[1] 《", "【自动生成】", "以文件原文为准")
                    .contains(product.url() + "/zhaoqing/policies/");
            visit.looksRight("copied");
        }
    }

    @Test
    void a_reload_keeps_the_question_and_the_answer() {
        try (Visit visit = visit(1280, true)) {
            visit.open("/zhaoqing/ask");
            visit.ask(QUESTION);
            visit.page().reload();
            visit.awaitAnswer();
            assertThat(visit.answer().innerText()).contains("广东股权交易中心");
            visit.page().reload();
            assertThat(visit.answer().innerText()).contains("广东股权交易中心");
            visit.open("/zhaoqing/ask");
            assertThat(visit.page().locator(".history").innerText()).contains(QUESTION);
            visit.looksRight("history");
        }
    }

    @ParameterizedTest
    @CsvSource({"default,200", "white-black,100", "blue-yellow,100", "yellow-black,125", "black-yellow,100"})
    void every_colour_scheme_is_readable(String scheme, int zoom) {
        try (Visit visit = visit(zoom == 200 ? 1280 : 360, true)) {
            visit.context()
                    .addCookies(List.of(new Cookie("zr_display", scheme + "." + zoom + ".pg").setUrl(product.url())));
            for (String path :
                    List.of("/zhaoqing", "/zhaoqing/policies?q=%E8%B4%B4%E6%81%AF", "/zhaoqing/accessibility")) {
                visit.open(path).looksRight(scheme + " " + path);
                assertThat(visit.page().getAttribute("html", "data-scheme")).isEqualTo(scheme);
            }
            visit.open("/zhaoqing/ask");
            visit.ask(QUESTION);
            visit.awaitAnswer();
            visit.looksRight(scheme + " answer");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void an_officer_uploads_corrects_and_a_reviewer_publishes(int width) throws IOException {
        String title = width == 360 ? "肇庆市窄屏锦旗试行办法" : "肇庆市宽屏锦旗试行办法";
        Path file = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "upload")
                .resolve("办法.txt");
        Files.writeString(
                file,
                title + "\n示例〔2026〕" + width + "号\n第一条 为了试一试，制定本办法。\n第二条 每家企业可以得到一面锦旗。\n" + "第三条 本办法自2026年1月1日起施行。\n");
        try (Visit visit = visit(width, true)) {
            visit.open("/zhaoqing/sign-in").looksRight("sign-in");
            visit.page().locator("button[value=officer]").click();
            visit.page().waitForURL("**/console/policies");
            visit.looksRight("console");
            visit.open("/zhaoqing/console/policies/upload").looksRight("upload");
            visit.page().setInputFiles("input[type=file]", file);
            visit.page().locator("main form[enctype] button").first().click();
            visit.page().waitForURL(url -> url.matches(".*/console/policies/[0-9]+.*"));
            visit.looksRight("draft");
            assertThat(visit.page().locator("main").innerText()).contains("第二条").contains("锦旗");
            String draft = visit.path();
            String found = "/zhaoqing/policies?q=%E9%94%A6%E6%97%97%E8%AF%95%E8%A1%8C%E5%8A%9E%E6%B3%95";
            visit.open(found);
            assertThat(visit.page().locator("main").innerText()).doesNotContain(title);
            visit.open("/zhaoqing/sign-in");
            visit.page().locator("button[value=reviewer]").click();
            visit.page().waitForURL("**/console/policies");
            visit.open(draft).looksRight("draft of another");
            visit.page().locator("form[action$=publication] button").first().click();
            visit.page().getByText("已发布，读者现在可以看到").waitFor();
            visit.open("/zhaoqing/console/policies").looksRight("console with a published document");
            // The index follows within a second or so.
            Patience.until(
                    "it is found",
                    () -> visit.open(found).page().locator("main").innerText().contains(title));
        }
    }

    @Test
    void unknown_addresses_are_told_kindly() {
        try (Visit visit = visit(360, true)) {
            visit.refused(404, () -> visit.open("/zhaoqing/nothing-here"));
            assertThat(visit.page().locator("main").innerText()).contains("没有找到");
            visit.looksRight("not found");
        }
    }
}
