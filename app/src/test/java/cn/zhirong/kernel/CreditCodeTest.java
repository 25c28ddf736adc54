package cn.zhirong.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    /** 示例: district 110000, organisation code 01234567-4; the last character was computed by hand from GB 32100-2015. */
    private static final String EXAMPLE = "91110000012345674R";

    @Test
    void the_check_character_is_that_of_the_standard() {
        // 9·1+1·3+1·9+1·27+0+0+0+0+0+1·29+2·25+3·13+4·8+5·24+6·10+7·30+4·28 = 700; 31 − 700 mod 31 = 13, which is D.
        assertThat(CreditCode.typed("91110000012345674D")).contains(new CreditCode("91110000012345674D"));
        assertThat(CreditCode.typed(EXAMPLE)).isEmpty();
    }

    @Test
    void spaces_and_small_letters_are_forgiven() {
        assertThat(CreditCode.typed(" 9111 0000 0123 4567 4d ")).contains(new CreditCode("91110000012345674D"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91110000012345674",
                "91110000012345674DD",
                "9111000001234567ID",
                "91110000012345675D",
                "91110000021345674D",
                "９１１１００００012345674D"
            })
    void what_is_too_short_too_long_or_mistyped_is_none(String typed) {
        assertThat(CreditCode.typed(typed)).isEmpty();
    }

    @Test
    void nobody_makes_one_of_a_wrong_number() {
        assertThatThrownBy(() -> new CreditCode("1")).isInstanceOf(IllegalArgumentException.class);
    }
}
