package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationNumberTest {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @Test
    void a_number_names_year_bureau_and_place_and_checks_itself() {
        String number = ApplicationNumber.of(2026, "zhaoqing", 123).text();
        assertThat(number).matches("2026-ZQ-000123-[0-9A-Z]");
        assertThat(ApplicationNumber.typed(" " + number.toLowerCase() + " ")).contains(new ApplicationNumber(number));
    }

    @Test
    void one_wrong_sign_and_two_changed_places_are_noticed() {
        String number = ApplicationNumber.of(2026, "binhai", 45678).text();
        int tried = 0;
        for (int at = 0; at < number.length(); at++) {
            for (char sign : SIGNS.toCharArray()) {
                String wrong = number.substring(0, at) + sign + number.substring(at + 1);
                if (!wrong.equals(number) && number.charAt(at) != '-') {
                    assertThat(ApplicationNumber.typed(wrong)).as(wrong).isEmpty();
                    tried++;
                }
            }
            if (at > 0 && number.charAt(at) != number.charAt(at - 1)) {
                String swapped = number.substring(0, at - 1)
                        + number.charAt(at)
                        + number.charAt(at - 1)
                        + number.substring(at + 1);
                assertThat(ApplicationNumber.typed(swapped)).as(swapped).isEmpty();
            }
        }
        assertThat(tried).isEqualTo(13 * 35);
    }

    @ParameterizedTest
    @CsvSource({"zhaoqing,ZQ", "binhai,BH", "shenzhen,SZ", "xian,XI", "city-12,CI", "guangzhou,GZ", "x,XX"})
    void letters_are_those_of_the_first_two_syllables(String slug, String letters) {
        assertThat(ApplicationNumber.letters(slug)).isEqualTo(letters);
    }

    @Test
    void numbers_go_from_1_to_999999() {
        assertThat(ApplicationNumber.of(2026, "binhai", 1).text()).startsWith("2026-BH-000001-");
        assertThat(ApplicationNumber.of(2026, "binhai", 999_999).text()).startsWith("2026-BH-999999-");
        assertThatThrownBy(() -> ApplicationNumber.of(2026, "binhai", 0)).hasMessageContaining("1 to 999999");
        assertThatThrownBy(() -> ApplicationNumber.of(2026, "binhai", 1_000_000))
                .hasMessageContaining("1 to 999999");
    }
}
