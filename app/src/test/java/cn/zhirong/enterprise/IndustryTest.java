package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndustryTest {
    @Test
    void there_are_twenty_sections_and_ninety_seven_divisions() {
        assertThat(Industry.letters()).hasSize(20).startsWith('A').endsWith('T');
        assertThat(IntStream.rangeClosed(1, 97).mapToObj(it -> Industry.typed(String.format("%02d", it))))
                .allMatch(Optional::isPresent);
        assertThat(Industry.typed("00")).isEmpty();
        assertThat(Industry.typed("98")).isEmpty();
    }

    @Test
    void a_code_names_its_division_and_section() {
        Industry software = Industry.typed(" i6513 ").orElseThrow();
        assertThat(software.code()).isEqualTo("6513");
        assertThat(software.section()).isEqualTo('I');
        assertThat(software).hasToString("I6513 软件和信息技术服务业");
        assertThat(new Industry("12").divisionName()).isEqualTo("其他采矿业");
        assertThat(new Industry("13").divisionName()).isEqualTo("农副食品加工业");
        assertThat(new Industry("43").section()).isEqualTo('C');
        assertThat(new Industry("44").section()).isEqualTo('D');
    }

    @Test
    void a_letter_of_another_section_is_no_code() {
        assertThat(Industry.typed("C65")).isEmpty();
        assertThat(Industry.typed("I65")).isPresent();
        assertThat(Industry.typed("6")).isEmpty();
        assertThat(Industry.typed("65131")).isEmpty();
        assertThat(Industry.typed("U65")).isEmpty();
    }
}
