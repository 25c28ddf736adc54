package cn.zhirong.policy;

import static cn.zhirong.policy.PageFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableLayoutTest {
    private final TableLayout layout = new TableLayout(new RunningText(DocumentLinks.to(Map.of()), ""));

    @Test
    void rows_become_a_table_with_caption_unit_and_empty_cells() {
        ReadingTable table =
                layout.of(List.of(row(1, "补贴标准(单位：万元) 险种：执行险；比例：50%；上限：3"), row(2, "补贴标准(单位：万元) 险种：侵权险；上限：2")));
        assertThat(table.caption()).isEqualTo("补贴标准(单位：万元)");
        assertThat(table.columns()).containsExactly("险种", "比例", "上限");
        assertThat(words(table, 0)).containsExactly("执行险", "50%", "3");
        assertThat(words(table, 1)).containsExactly("侵权险", "", "2");
    }

    @Test
    void half_width_signs_do_as_well_and_a_value_may_hold_them() {
        ReadingTable table = layout.of(List.of(row(1, "时间:9:00;说明:甲;乙"), row(2, "时间:10:00;说明:丙")));
        assertThat(table.columns()).containsExactly("时间", "说明");
        assertThat(words(table, 0)).containsExactly("9:00", "甲；乙");
    }

    @Test
    void rows_without_heading_cells_stay_whole() {
        ReadingTable table = layout.of(List.of(row(1, "第一行的文字"), row(2, "另一行的文字")));
        assertThat(table.columns()).isEmpty();
        assertThat(words(table, 1)).containsExactly("另一行的文字");
    }

    private static List<String> words(ReadingTable table, int row) {
        return table.rows().get(row).cells().stream()
                .map(cell -> cell.pieces().stream().map(TextPiece::text).reduce("", String::concat))
                .toList();
    }
}
