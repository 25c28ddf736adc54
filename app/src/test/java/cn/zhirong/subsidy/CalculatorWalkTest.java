package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody wants to know what their firm can get, in Chromium: on a desk and on a phone, with scripts and without. */
class CalculatorWalkTest extends ChromiumWalk {
    private static final Tenant RIVER = SubsidyFixture.like("zhaoqing");
    private final TestServer server = TestServer.get();

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void one_form_comes_to_an_amount_with_its_clauses(int width, boolean scripts) {
        try (Visit firm = chromium.visit(server.url(), width, scripts)) {
            firm.open(path("/subsidies")).reads("知识产权质押融资贴息").looksRight("programmes");
            firm.follow("知识产权质押融资贴息（示例）").reads("申报条件").looksRight("programme");
            firm.follow("测算能拿多少").reads("不用登录").looksRight("start");
            firm.follow("一次填完").reads("没有贷款").looksRight("form");
            firm.type("asOf", "2026-05-20")
                    .type("f-loans-1-ip-principal", "500")
                    .type("f-loans-1-interest-paid", "18")
                    .type("f-loans-1-interest-year", "2025")
                    .type("f-loans-1-actual-rate", "三点六")
                    .type("f-loans-1-signed-on", "2025-06-10")
                    .type("f-loans-1-pledged-on", "2025-06-12");
            Page page = firm.page();
            page.check("[name=f-registered-here][value=true]");
            page.check("[name=f-listed-dishonest][value=false]");
            page.check("[name=f-abnormal-list][value=false]");
            page.check("#f-loans-1-pledged-kinds-patent");
            page.check("[name=f-loans-1-other-municipal-subsidy][value=false]");
            page.selectOption("#f-size", "small");
            page.selectOption("#f-ip-assets-1-kind", "invention");
            firm.refused(400, () -> page.click("button.button-primary:has-text('看结果')"));
            firm.reads("实际年利率：请填写比例").looksRight("refused");
            assertThat(firm.typed("f-loans-1-ip-principal")).isEqualTo("500");
            firm.type("f-loans-1-actual-rate", "3.6");
            page.click("button.button-primary:has-text('看结果')");
            firm.reads("测算结果").reads("最多 7.5万元").reads("待经办判断");
            page.click("summary:has-text('金额是怎么算的')");
            firm.reads("折算到").looksRight("result");
            page.click("button:has-text('修改填写的情况')");
            firm.reads("填写情况");
            assertThat(firm.typed("f-loans-1-actual-rate")).isEqualTo("3.6");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void questions_come_one_at_a_time(int width, boolean scripts) {
        try (Visit firm = chromium.visit(server.url(), width, scripts)) {
            firm.open(path("/calculator")).press("一步一步问").reads("第 1 问").looksRight("a step");
            Page page = firm.page();
            page.click("button:has-text('不清楚，跳过')");
            firm.reads("第 2 问");
            page.click("button:has-text('先看结果')");
            firm.reads("再回答几个问题会更准").reads("这一天不能申请的项目").looksRight("result of steps");
            page.click("button:has-text('继续回答')");
            firm.reads("第 3 问");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "360, true"})
    void the_assistant_computes_and_leads_to_the_form_filled_in(int width, boolean scripts) {
        try (Visit firm = chromium.visit(server.url(), width, scripts)) {
            firm.open(path("/ask")).ask("我们是小型企业，有3件发明专利，用专利质押贷款500万，付了利息18万，能拿多少贴息？");
            firm.awaitAnswer();
            firm.reads("我理解的情况").reads("发明专利 3件").looksRight("computed answer");
            firm.follow("更正或者补充，用测算表算准").reads("填写情况");
            assertThat(firm.typed("f-loans-1-ip-principal")).isEqualTo("500");
            assertThat(firm.page().inputValue("#f-size")).isEqualTo("small");
        }
    }

    private static String path(String below) {
        return "/" + RIVER.slug() + below;
    }
}
