package cn.zhirong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {

    @ParameterizedTest
    @CsvSource({
        "0,零",
        "1,一",
        "10,十",
        "11,十一",
        "20,二十",
        "99,九十九",
        "100,一百",
        "101,一百零一",
        "110,一百一十",
        "205,二百零五",
        "266,二百六十六",
        "1000,一千",
        "1001,一千零一",
        "1010,一千零一十",
        "9999,九千九百九十九"
    })
    void a_number_has_one_numeral(int number, String numeral) {
        assertThat(Numbering.numeral(number)).isEqualTo(numeral);
        assertThat(Numbering.value(numeral)).hasValue(number);
    }

    @Test
    void every_number_up_to_9999_is_read_back_from_its_numeral() {
        for (int number = 0; number <= 9999; number++) {
            assertThat(Numbering.value(Numbering.numeral(number))).hasValue(number);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10000})
    void a_number_outside_four_digits_is_refused(int number) {
        assertThatThrownBy(() -> Numbering.numeral(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"二〇〇五,2005", "二○一八,2018", "１２,12", "一 百 零 三,103", "两百,200", "十,10"})
    void other_ways_of_writing_are_read(String written, int value) {
        assertThat(Numbering.value(written)).isEqualTo(OptionalInt.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "百", "一二百", "条", "12345", "1.5"})
    void what_is_no_number_has_no_value(String written) {
        assertThat(Numbering.value(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "第4条第2款怎么说,第四条第二款怎么说",
        "第 四 条,第四条",
        "第４条,第四条",
        "第四条第（三）项,第四条第三项",
        "第12条之1,第十二条之一",
        "方案二(二)4里的补偿,方案二、(二)4.里的补偿",
        "二、（二）4．,二、(二)4.",
        "三（一）,三、(一)",
        "一(2)3,一、(二)3.",
        "第2章,第二章"
    })
    void references_come_out_in_the_form_of_paths(String question, String normal) {
        assertThat(Numbering.normaliseReferences(question)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"去年营收2000万能拿多少贴息？", "第2名奖励多少", "贷款（含展期）第二年怎么算"})
    void other_numbers_stay_as_they_are(String question) {
        assertThat(Numbering.normaliseReferences(question)).isEqualTo(question);
    }
}
