package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "百分之十五|15%",
                "百分之三点五|百分之三点五",
                "第 四 条|第4条",
                "第四条|第4条",
                "第二十一项|第21项",
                "二千万元|2000万元",
                "2,000万元|2000万元",
                "1,23|1,23",
                "三个月|3个月",
                "二〇二三年|2023年",
                "統一年度|统一年度",
                "知識產權質押貸款|知识产权质押贷款",
                "LPR|lpr"
            })
    void one_way_to_write(String written, String normal) {
        assertThat(TextForm.normal(written)).isEqualTo(normal);
    }

    @Test
    void full_width_letters_and_digits_become_narrow() {
        assertThat(TextForm.normal("\uff21\uff11\uff15\uff05")).isEqualTo("a15%");
    }

    @Test
    void numerals_are_read_by_place() {
        assertThat(List.of("十", "十二", "二十", "一百零三", "三千五百"))
                .map(TextForm::number)
                .containsExactly("10", "12", "20", "103", "3500");
    }

    @Test
    void a_number_with_its_per_cent_sign_is_one_unit_and_punctuation_parts() {
        assertThat(Grams.runs("补贴15%,最高1.5万元", 100))
                .containsExactly(List.of("补", "贴", "15%"), List.of("最", "高", "1.5", "万", "元"));
    }

    @Test
    void pairs_do_not_reach_across_punctuation() {
        assertThat(Grams.of(Grams.runs("贴息,担保", 100), 2)).containsExactly("贴息", "担保");
    }
}
