package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhirong.drafting.RuleDifferences.Way;
import cn.zhirong.subsidy.ProgrammeContent;
import cn.zhirong.subsidy.ProgrammeContent.Material;
import cn.zhirong.subsidy.ProgrammeContent.Window;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeFormTest {
    private static Map<String, String> typed(String... more) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "title", "贷款贴息（示例）",
                "kind", "INTEREST",
                "policy", "measure",
                "summary", "给付息的企业补一半利息。",
                "audience", "本市企业",
                "status", "OPEN",
                "rationing", "FIRST_COME",
                "window-1-from", "2026-03-01",
                "window-1-until", "2026-03-31",
                "material-1-name", "申请表"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static Text read(String... more) {
        return ProgrammeForm.read(typed(more), path -> path.equals("第三条"));
    }

    @Test
    void what_is_read_fills_the_form_again() {
        Text text =
                read("clock-6", "20", "material-1-required", "on", "material-1-provision", "第三条", "automatic", "on");
        assertThat(ProgrammeForm.read(ProgrammeFields.of(text), path -> true)).isEqualTo(text);
        assertThat(text.content().clocks().payment()).isEqualTo(20);
        assertThat(text.content().windows())
                .containsExactly(new Window(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | '' | title | 项目名称须为 1 至 200 个字",
                "policy | '' | policy | 请选择项目主要依据",
                "window-1-until | 2026-02-28 | window-1-until | 第 1 段受理时间的结束日期 2026-02-28 早于开始日期 2026-03-01",
                "window-1-from | 2026-02-30 | window-1-from | 第 1 段受理时间的开始日期应当是 2000 年至 2100 年之间的日期",
                "window-1-from | 1999-12-31 | window-1-from | 2000 年至 2100 年",
                "clock-0 | 366 | clock-0 | 受理的时限应当是 0 至 365 的整数",
                "clock-2 | 三天 | clock-2 | 初审的时限应当是 0 至 365 的整数，现在是“三天”",
                "places | 5 | places | 只有选“限定名额”才填名额",
                "rationing | FIRST_N | places | 请填写名额",
                "material-1-provision | 第九十九条 | material-1-provision | 在所选政策里没有",
                "material-2-note | 只有说明 | material-2-name | 第 2 项材料的名称须为 1 至 200 个字",
                "material-2-name | 申请表 | material-2-name | 与另一项同名"
            })
    void what_is_wrong_is_told_at_its_field_with_its_bound(String field, String value, String at, String message) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(field, value));
        assertThat(refusal.errors()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(at);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void a_window_may_begin_on_the_day_after_another_and_not_on_its_last() {
        assertThat(read("window-2-from", "2026-04-01", "window-2-until", "2026-04-02")
                        .content()
                        .windows())
                .hasSize(2);
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> read("window-2-from", "2026-03-31", "window-2-until", "2026-04-02"));
        assertThat(refusal.errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("重叠"));
    }

    @Test
    void a_material_keeps_its_name_and_a_new_one_gets_one_that_is_free() {
        Text text = read("material-1-id", "material-2", "material-4-name", "合同", "material-7-name", "收据");
        assertThat(text.content().materials())
                .extracting(Material::id)
                .containsExactly("material-2", "material-1", "material-3");
    }

    @Test
    void rows_come_and_go_and_keep_what_is_typed_in_the_others() {
        Map<String, String> more = ProgrammeFields.after(typed("window-1-note", "首次"), "add:window");
        assertThat(ProgrammeFields.rows(more, "window")).containsExactly("window-1", "window-2");
        Map<String, String> less = ProgrammeFields.after(more, "remove:window-1");
        assertThat(ProgrammeFields.rows(less, "window")).containsExactly("window-2");
        assertThat(less).containsEntry("material-1-name", "申请表").doesNotContainKey("window-1-note");
        assertThat(ProgrammeFields.after(typed(), "add:nonsense")).isEqualTo(typed());
    }

    @Test
    void rows_beyond_the_bound_are_not_added() {
        Map<String, String> fields = typed();
        for (int i = 0; i < 100; i++) {
            fields = ProgrammeFields.after(fields, "add:material");
        }
        assertThat(ProgrammeFields.rows(fields, "material")).hasSize(ProgrammeFields.MOST_ROWS);
    }

    @Test
    void a_row_left_empty_is_no_row() {
        Text text = read("window-2-note", " ", "material-2-id", "material-9", "material-2-name", "");
        assertThat(text.content().windows()).hasSize(1);
        assertThat(text.content().materials()).hasSize(1);
    }

    @Test
    void differences_name_each_part_that_changed() {
        Text before = read();
        Text after = read(
                "window-1-until",
                "2026-04-15",
                "material-2-name",
                "合同",
                "status",
                "CLOSED",
                "clock-0",
                "5",
                "phone",
                "");
        List<RuleDifferences.Difference> differences = ProgrammeDifferences.between(before, after);
        assertThat(differences)
                .extracting(one -> one.section() + " " + one.way())
                .containsExactlyInAnyOrder(
                        "受理状态 " + Way.CHANGED, "受理时间 " + Way.CHANGED, "申报材料 " + Way.ADDED, "办理时限 " + Way.ADDED);
        assertThat(ProgrammeDifferences.between(before, before)).isEmpty();
        assertThat(ProgrammeDifferences.between(after, before))
                .filteredOn(one -> one.section().equals("申报材料"))
                .singleElement()
                .satisfies(one -> assertThat(one.way()).isEqualTo(Way.REMOVED));
    }

    @Test
    void another_order_of_papers_is_told() {
        Text before = read("material-2-name", "合同");
        ProgrammeContent content = before.content();
        Text turned = new Text(
                before.title(),
                before.kind(),
                before.policy(),
                new ProgrammeContent(
                        content.summary(),
                        content.audience(),
                        content.materials().reversed(),
                        content.windows(),
                        content.contact(),
                        content.clocks(),
                        content.rationing(),
                        content.places(),
                        content.automatic(),
                        content.closed(),
                        content.announced(),
                        content.illustrative(),
                        content.note()));
        assertThat(ProgrammeDifferences.between(before, turned)).singleElement().satisfies(one -> {
            assertThat(one.before()).isEqualTo("先后：申请表、合同");
            assertThat(one.after()).isEqualTo("先后：合同、申请表");
        });
    }
}
