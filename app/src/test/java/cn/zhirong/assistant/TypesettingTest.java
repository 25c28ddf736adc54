package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypesettingTest {
    @Test
    void writes_rows_of_tables_with_full_width_marks_and_leaves_times_alone() {
        assertThat(Typesetting.sentence("指标:融资金额;目标:50;单位:亿元。")).isEqualTo("指标：融资金额；目标：50；单位：亿元。");
        assertThat(Typesetting.sentence("工作日 9:00 至 12:00")).isEqualTo("工作日 9:00 至 12:00");
    }

    @Test
    void nests_titles_as_the_standard_says() {
        assertThat(Typesetting.title("《行动方案》要点解读")).isEqualTo("《〈行动方案〉要点解读》");
        assertThat(Typesetting.title("贴息细则")).isEqualTo("《贴息细则》");
    }
}
