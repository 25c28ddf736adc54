package cn.zhirong.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsTest {
    private static final Pattern NO_KIND = Pattern.compile("(?!)");

    @ParameterizedTest
    @CsvSource({"要转让专利怎么办, 转让", "企业上市给多少, 上市", "担保费用由谁出, 费用", "有什么申报要求, 要求"})
    void a_word_that_holds_an_asking_character_still_counts(String question, String word) {
        assertThat(Pairs.in(question)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"让我们交什么, 让我", "补贴给谁, 贴给", "什么时候到我们这里, 到我"})
    void an_asking_character_alone_does_not(String question, String pair) {
        assertThat(Pairs.in(question)).doesNotContain(pair);
    }

    @Test
    void the_share_is_that_of_the_words_held() {
        Pairs pairs = Pairs.of("转让专利", pair -> 1, NO_KIND);
        assertThat(pairs.share("专利")).isBetween(0.2, 0.4);
        assertThat(pairs.share("转让专利")).isEqualTo(1);
    }
}
