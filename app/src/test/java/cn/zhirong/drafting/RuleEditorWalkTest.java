package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Calculator;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer who never saw the text writes a rule from nothing, saves a case, tests it, and another person publishes it. */
class RuleEditorWalkTest extends ChromiumWalk {
    private boolean scripts;

    @ParameterizedTest
    @CsvSource({"1280, true", "360, false"})
    void a_rule_is_written_from_nothing_tested_and_published_by_another_person(int width, boolean scripts) {
        this.scripts = scripts;
        RuleBureau bureau = new RuleBureau();
        String rules = "/" + bureau.tenant.slug() + "/console/rules";
        try (Visit chen = chromium.visit(TestServer.get().url(), width, scripts)
                .signedIn(bureau.session(RuleBureau.CHEN, Role.OFFICER))) {
            chen.open(rules).reads("施行中").looksRight("rules");
            going(chen, "button:has-text('新建空白草稿')");
            chen.reads("还没有选依据的政策");
            write(chen);
            chen.reads("已写完").looksRight("rule form");
            assertThat(chen.words()).contains("应当符合：在本地登记注册，且上年营业收入不低于1000万元").contains("当年不超过50万元");
            going(chen, "button[value=save] >> nth=0");
            chen.reads("已保存草稿。");
            addCase(chen);
            chen.follow("测试与发布").reads("全部案例通过").looksRight("publication");
            going(chen, "button:has-text('确认全部案例通过')");
            chen.reads("可以由另一人发布").reads("等待复核或者局长发布");
        }
        RuleVersionRow written =
                bureau.drafts().versions(bureau.tenant, bureau.programme).getFirst();
        assertThat(written.state()).isEqualTo(RuleState.TESTED);
        publish(bureau, rules + "/" + written.key(), width);
        assertThat(TestServer.get()
                        .bean(Calculator.class)
                        .all(
                                bureau.tenant,
                                RuleBureau.firm("2000万元"),
                                bureau.drafts().today(),
                                List.of())
                        .results()
                        .getFirst()
                        .certain())
                .contains(Money.ofWan(40));
        assertThat(bureau.row(written.key()).state()).isEqualTo(RuleState.PUBLISHED);
    }

    private void write(Visit visit) {
        going(visit, "button:has-text('选政策')");
        visit.reads("选规则依据的政策").looksRight("pick a policy");
        going(visit, "button[aria-label='选《云山市企业奖励办法（示例）》']");
        going(visit, "button[value='add:conditions']");
        choose(visit, "conditions.0.what", "fact:registered-here");
        select(visit, "conditions.0.op", "yes");
        going(visit, "button[value='pick:conditions.0.provision']");
        visit.reads("在原文里选依据").looksRight("pick a provision");
        going(visit, "button[aria-label='选第二条']");
        assertThat(visit.page().inputValue("[name='conditions.0.provision']")).isEqualTo("第二条");
        assertThat(visit.words()).contains("申请奖励的企业应当在本市登记注册");
        going(visit, "button[value='add:conditions']");
        choose(visit, "conditions.1.what", "fact:revenue");
        select(visit, "conditions.1.op", "at-least");
        fill(visit, Map.of("conditions.1.value.text", "1000万元", "conditions.1.provision", "第二条"));
        going(visit, "button[value='add:benefits']");
        fill(visit, Map.of("benefits.0.id", "award", "benefits.0.label", "奖励", "benefits.0.provision", "第三条"));
        select(visit, "benefits.0.to", "enterprise");
        choose(visit, "benefits.0.amount.kind", "share");
        choose(visit, "benefits.0.amount.of.kind", "fact");
        select(visit, "benefits.0.amount.of.fact", "fact:revenue");
        fill(visit, Map.of("benefits.0.amount.share.text", "2%"));
        going(visit, "button[value='add:caps']");
        select(visit, "caps.0.per", "year");
        fill(visit, Map.of("caps.0.at-most.text", "50万元", "caps.0.provision", "第三条"));
        going(visit, "button:has-text('检查并更新')");
    }

    private static void addCase(Visit visit) {
        visit.follow("案例").reads("还没有案例").looksRight("no cases");
        visit.follow("添加案例").reads("企业的情况");
        visit.page().fill("[name=name]", "收入两千万");
        visit.page().fill("[name=amount]", "400000");
        select(visit, "expected", "MET");
        select(visit, "fact.registered-here", "true");
        fill(visit, Map.of("fact.revenue", "2000万元"));
        visit.looksRight("a case");
        going(visit, "button.button:has-text('保存案例')");
        visit.reads("已保存案例").reads("40万元").looksRight("cases");
    }

    private void publish(RuleBureau bureau, String here, int width) {
        try (Visit li = chromium.visit(TestServer.get().url(), width, scripts)
                .signedIn(bureau.session(RuleBureau.LI, Role.REVIEWER))) {
            li.open(here + "/comparison").reads("名称：企业奖励（示例）").looksRight("comparison");
            li.open(here + "/publication").reads("施行日期");
            LocalDate today = bureau.drafts().today();
            li.page().fill("[name=from]", today.toString());
            li.page().fill("[name=note]", "示例：照原来的写法重写。");
            li.looksRight("publish");
            going(li, "button.button-warning:has-text('发布')");
            li.reads("已发布");
            li.open(here).reads("逐条对照原文").reads("按上年营业收入的2%给予奖励").looksRight("a published rule");
            li.open(here.replaceAll("/[0-9]+$", "/rates")).reads("1年期LPR").looksRight("rates");
        }
    }

    /** Clicks what leads to another page and waits for it. */
    private static void going(Visit visit, String button) {
        visit.page()
                .waitForNavigation(() ->
                        visit.page().locator("main").locator(button).first().click());
    }

    /** Chooses what makes the form ask other things: with scripts at once, without by the button beside it. */
    private void choose(Visit visit, String field, String value) {
        visit.page().waitForNavigation(() -> {
            select(visit, field, value);
            if (!scripts) {
                visit.page()
                        .locator("#at-" + field.replace('.', '-') + " button[value=refresh]")
                        .click();
            }
        });
    }

    private static void select(Visit visit, String field, String value) {
        visit.page().selectOption("[name='" + field + "']", value);
    }

    private static void fill(Visit visit, Map<String, String> fields) {
        fields.forEach((field, value) -> visit.page().fill("[name='" + field + "']", value));
    }
}
