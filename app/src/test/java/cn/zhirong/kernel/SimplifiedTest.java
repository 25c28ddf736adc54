package cn.zhirong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

class SimplifiedTest {
    @Test
    void traditional_words_are_simplified_and_the_rest_stays() {
        assertThat(Simplified.of("知識產權質押貸款，貼息50%，ABC")).isEqualTo("知识产权质押贷款，贴息50%，ABC");
    }

    @Test
    void every_character_is_what_icu_makes_of_it_alone() {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        var different = new StringBuilder();
        for (String changeable : icu.getSourceSet()) {
            String expected = icu.transliterate(changeable);
            if (changeable.length() == 1 && expected.length() == 1) {
                char c = changeable.charAt(0);
                if (c >= '\u3400' && c <= '\u9fff' && Simplified.of(c) != expected.charAt(0)) {
                    different.append(c);
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void a_text_keeps_its_length_whatever_is_in_it() {
        String odd = "\ud840\udc00\ud83d\ude00\u0000後\uffff";
        assertThat(Simplified.of(odd)).hasSameSizeAs(odd).contains("后");
    }
}
