package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTypeTest {
    @ParameterizedTest
    @CsvSource({
        "这个方案是哪几个部门定的, ORGANISATION",
        "专班有几个成员单位和多少个人, COUNT",
        "园区有几家企业参加, COUNT",
        "办理登记要提供什么, MATERIALS",
        "申请时要带哪些材料, MATERIALS",
        "园区为企业提供什么服务, LIST",
        "园区提供什么条件, CONDITIONS",
    })
    void the_kind_of_fact_is_told_by_the_words_that_ask(String question, QuestionType type) {
        assertThat(QuestionType.of(question)).isEqualTo(type);
    }
}
