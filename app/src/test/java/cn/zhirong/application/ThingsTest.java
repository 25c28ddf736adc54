package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThingsTest {
    @Test
    void a_thing_is_told_with_the_name_of_its_list() {
        assertThat(Things.words("loans/HT2026001")).isEqualTo("贷款 HT2026001");
    }
}
