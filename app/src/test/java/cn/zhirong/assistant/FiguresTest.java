package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void one_amount_written_in_many_ways_is_one_figure() {
        assertThat(Figures.of("五十亿元")).isEqualTo(Figures.of("50 亿元")).isEqualTo(Figures.of("５０亿"));
        assertThat(Figures.of("百分之十五")).containsExactly("15%");
        assertThat(Figures.of("1,200万元")).containsExactly("1200万");
    }

    @Test
    void a_figure_without_support_is_named() {
        assertThat(Figures.unsupported("最高20万元", List.of("每年最高不超过20万元"))).isEmpty();
        assertThat(Figures.unsupported("最高200万元", List.of("每年最高不超过20万元"))).containsExactly("200万");
        assertThat(Figures.unsupported("比例20%", List.of("每年最高不超过20万元"))).containsExactly("20%");
        assertThat(Figures.unsupported("见第四条", List.of("第五条规定"))).containsExactly("第四条");
        assertThat(Figures.unsupported("云金发〔2024〕8号", List.of("云金发〔2024〕9号"))).containsExactly("8");
    }
}
