package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTextTest {
    @Test
    void what_cannot_be_seen_is_taken_out() {
        assertThat(QuestionText.clean("贴\u200b息\u202e多\ufeff少\ud800")).isEqualTo("贴息多少");
    }

    @Test
    void script_and_width_are_folded() {
        assertThat(QuestionText.clean("知識產權質押貼息１０萬？")).isEqualTo("知识产权质押贴息10万?");
    }

    @Test
    void a_raised_digit_never_joins_the_number_before_it() {
        assertThat(QuestionText.clean("10⁷元")).isEqualTo("10^7元");
    }

    @Test
    void numbers_have_one_form() {
        assertThat(QuestionText.normal("五十亿元")).isEqualTo("50亿");
        assertThat(QuestionText.normal("百分之十五")).isEqualTo("15%");
        assertThat(QuestionText.normal("二〇二五年")).isEqualTo("2025年");
        assertThat(QuestionText.normal("一百二十万元")).isEqualTo("120万");
        assertThat(QuestionText.normal("6月24号")).isEqualTo("6月24日");
        assertThat(QuestionText.normal("十五个工作日")).isEqualTo("15个工作日");
    }

    @Test
    void what_is_no_number_stays() {
        assertThat(QuestionText.normal("统一部署")).isEqualTo("统一部署");
        assertThat(QuestionText.normal("第四条")).isEqualTo("第四条");
    }
}
