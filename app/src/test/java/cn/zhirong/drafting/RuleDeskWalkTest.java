package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.testing.ChromiumWalk;
import cn.zhirong.testing.TestServer;
import cn.zhirong.testing.Visit;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people at one rule: a table that goes out and comes back, two who write at once, a third who agrees to days gone by. */
class RuleDeskWalkTest extends ChromiumWalk {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDE = 1280;

    private final RuleBureau bureau = new RuleBureau();
    private final String rules = "/" + bureau.tenant.slug() + "/console/rules";

    private Visit visit(String username, Role role, boolean scripts) {
        return chromium.visit(TestServer.get().url(), WIDE, scripts).signedIn(bureau.session(username, role));
    }

    private static void going(Visit visit, String button) {
        visit.page()
                .waitForNavigation(() ->
                        visit.page().locator("main").locator(button).first().click());
    }

    /** The same workbook with other words in the third column of the sheet of caps. */
    private static byte[] changed(byte[] file, UnaryOperator<String> words) {
        List<SheetOut.Sheet> sheets = new ArrayList<>();
        RuleWorkbookTest.sheets(file).forEach((name, rows) -> {
            List<List<String>> cells = new ArrayList<>();
            for (RuleWorkbookReader.Row row : rows.subList(1, rows.size())) {
                List<String> changed = new ArrayList<>(row.cells());
                if (name.equals(RuleWorkbook.CAPS) && changed.size() > 2) {
                    changed.set(2, words.apply(changed.get(2)));
                }
                cells.add(changed);
            }
            List<String> heading = rows.getFirst().cells();
            sheets.add(new SheetOut.Sheet(
                    name, heading, heading.stream().map(one -> 20).toList(), cells));
        });
        return SheetOut.write(sheets);
    }

    private static void send(Visit visit, byte[] file) {
        visit.page().setInputFiles("[name=file]", new FilePayload("规则.xlsx", XLSX, file));
    }

    @Test
    void a_table_goes_out_comes_back_changed_and_a_wrong_cell_is_named_with_nothing_kept() throws IOException {
        try (Visit chen = visit(RuleBureau.CHEN, Role.OFFICER, true)) {
            chen.open(rules + "/" + bureau.first);
            byte[] out = Files.readAllBytes(
                    chen.page().waitForDownload(() -> chen.follow("导出表格")).path());

            chen.open(rules);
            chen.page().click("summary:has-text('用表格新建草稿')");
            send(chen, changed(out, words -> words.equals("50万元") ? "五十个" : words));
            chen.refused(400, () -> going(chen, "button:has-text('导入为草稿')"));
            chen.reads("请先改正下面的问题")
                    .reads(RuleWorkbook.CAPS + "!C")
                    .reads("“五十个”不对")
                    .looksRight("a wrong table");
            assertThat(bureau.drafts().versions(bureau.tenant, bureau.programme))
                    .hasSize(1);

            send(chen, changed(out, words -> words.equals("50万元") ? "60万元" : words));
            going(chen, "button:has-text('导入为草稿')");
            chen.reads("已按表格新建草稿。");
            assertThat(chen.page().inputValue("[name='caps.0.at-most.text']")).isEqualTo("60万元");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_two_who_write_one_draft_the_second_sees_both_and_loses_nothing(boolean scripts) {
        long id = bureau.draft(bureau.rule());
        String form = rules + "/" + id + "/form";
        try (Visit chen = visit(RuleBureau.CHEN, Role.OFFICER, scripts);
                Visit li = visit(RuleBureau.LI, Role.REVIEWER, scripts)) {
            chen.open(form);
            li.open(form);
            chen.page().fill("[name='caps.0.at-most.text']", "60万元");
            going(chen, "button[value=save] >> nth=0");
            chen.reads("已保存草稿。");

            li.page().fill("[name='benefits.0.amount.share.text']", "3%");
            li.refused(409, () -> going(li, "button[value=save] >> nth=0"));
            li.reads("有人先保存了修改").reads("60万元").reads("3%").looksRight("conflict");
            going(li, "button:has-text('带着我的修改回到表单')");
            assertThat(li.page().inputValue("[name='benefits.0.amount.share.text']"))
                    .isEqualTo("3%");
            li.page().fill("[name='caps.0.at-most.text']", "60万元");
            going(li, "button[value=save] >> nth=0");
            li.reads("已保存草稿。");
        }
        assertThat(bureau.row(id).content()).contains("3%").contains("60万元");
    }

    @Test
    void days_gone_by_want_a_third_person_who_neither_wrote_nor_asked() {
        long id = bureau.draft(bureau.rule("企业奖励", "1000万元", "3%", "50万元"));
        bureau.expects(id, "1000万元", 300_000L);
        bureau.tested(id);
        String here = rules + "/" + id + "/publication";
        try (Visit li = visit(RuleBureau.LI, Role.REVIEWER, true)) {
            li.open(here);
            li.page().fill("[name=from]", "2024-06-01");
            li.page().fill("[name=note]", "示例：自办法施行起补差。");
            going(li, "button.button-warning:has-text('发布')");
            li.reads("等待另一位有发布权的人同意").reads("没有受影响的申请").looksRight("waiting");
            assertThat(li.page().locator("button:has-text('同意追溯施行')").count()).isZero();
        }
        assertThat(bureau.row(id).state()).isEqualTo(RuleState.TESTED);
        try (Visit wang = visit(RuleBureau.WANG, Role.DIRECTOR, true)) {
            wang.open(here).reads("li 要求自 2024-06-01 起追溯施行");
            going(wang, "button:has-text('同意追溯施行并发布')");
            wang.reads("已同意，规则追溯施行。");
        }
        RuleVersionRow row = bureau.row(id);
        assertThat(row.state()).isEqualTo(RuleState.PUBLISHED);
        assertThat(row.publishedBy()).isEqualTo(RuleBureau.LI);
        assertThat(row.secondBy()).isEqualTo(RuleBureau.WANG);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_programme_is_edited_by_one_and_put_in_force_by_another(boolean scripts) {
        String programmes = "/" + bureau.tenant.slug() + "/console/programmes";
        String here;
        try (Visit chen = visit(RuleBureau.CHEN, Role.OFFICER, scripts)) {
            chen.open(programmes).reads("企业奖励（示例）").looksRight("programmes");
            going(chen, "button:has-text('修改')");
            chen.reads("这是草稿").looksRight("programme form");
            here = chen.path().replaceAll("/form$", "");
            chen.page().fill("[name=summary]", "改过的介绍。");
            going(chen, "button[value='add:window']");
            assertThat(chen.page().inputValue("[name=summary]")).isEqualTo("改过的介绍。");
            chen.page().fill("[name=window-1-from]", "2027-03-01");
            chen.page().fill("[name=window-1-until]", "2027-02-01");
            chen.refused(400, () -> going(chen, "button[value=save] >> nth=0"));
            chen.reads("早于开始日期 2027-03-01").looksRight("a wrong programme");
            assertThat(chen.page().inputValue("[name=summary]")).isEqualTo("改过的介绍。");
            chen.page().fill("[name=window-1-until]", "2027-04-15");
            going(chen, "button[value=save] >> nth=0");
            chen.reads("已保存草稿").reads("改过的介绍。").reads("要由另一人生效").looksRight("programme changes");
        }
        try (Visit li = visit(RuleBureau.LI, Role.REVIEWER, scripts)) {
            li.open(here);
            li.page().fill("[name=note]", "示例：公布首次受理时间。");
            going(li, "button:has-text('核对无误，生效')");
            li.reads("已生效").reads("示例：公布首次受理时间。").looksRight("programme in force");
            li.open("/" + bureau.tenant.slug() + "/subsidies/award")
                    .reads("改过的介绍。")
                    .reads("2027-03-01 起受理");
        }
    }

    @Test
    void of_two_who_edit_a_programme_the_second_sees_both_and_loses_nothing() {
        String programmes = "/" + bureau.tenant.slug() + "/console/programmes";
        try (Visit chen = visit(RuleBureau.CHEN, Role.OFFICER, true);
                Visit li = visit(RuleBureau.LI, Role.REVIEWER, true)) {
            chen.open(programmes);
            going(chen, "button:has-text('修改')");
            li.open(chen.path());
            chen.page().fill("[name=summary]", "陈写的介绍。");
            going(chen, "button[value=save] >> nth=0");
            chen.reads("已保存草稿");
            li.page().fill("[name=summary]", "李写的介绍。");
            li.refused(409, () -> going(li, "button[value=save] >> nth=0"));
            li.reads("有人先保存了修改").reads("陈写的介绍。").reads("李写的介绍。").looksRight("programme conflict");
            going(li, "button:has-text('用我的')");
            li.reads("已保存草稿").reads("李写的介绍。");
        }
    }

    @Test
    void what_officers_judge_is_offered_in_the_form_at_once_and_no_longer_when_it_is_retired() {
        long id = bureau.draft(bureau.rule());
        try (Visit chen = visit(RuleBureau.CHEN, Role.OFFICER, true)) {
            chen.open(rules + "/judged").reads("还没有要经办认定的事").looksRight("no judged facts");
            chen.page().fill("[name=label]", "项目符合产业方向");
            going(chen, "button[value=add]");
            chen.reads("已添加“项目符合产业方向”").reads("经办认定项目符合产业方向").looksRight("judged facts");
            assertThat(offered(chen, id)).contains("经办认定：项目符合产业方向");

            chen.open(rules + "/judged");
            chen.page().click("summary:has-text('改说法')");
            chen.page().fill("[name=label-judged-1]", "项目属于重点产业");
            going(chen, "button[value=rename]");
            chen.reads("已改为“项目属于重点产业”");
            assertThat(offered(chen, id)).contains("经办认定：项目属于重点产业");

            chen.open(rules + "/judged");
            going(chen, "button[value=retire]");
            chen.reads("已停用");
            assertThat(offered(chen, id)).doesNotContain("经办认定：");
        }
    }

    private String offered(Visit visit, long id) {
        visit.open(rules + "/" + id + "/form").reads("对企业的条件");
        return visit.page().locator("[name='conditions.0.what']").textContent();
    }
}
