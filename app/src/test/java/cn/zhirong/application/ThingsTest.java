package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"HT2026-001", "ht2026-001", "ＨＴ２０２６－００１", " HT 2026 001 ", "HT2026—001", "HT2026/001"})
    void the_same_contract_is_the_same_word_however_it_is_typed(String typed) {
        assertThat(Things.same(typed)).isEqualTo("HT2026001");
    }

    @Test
    void others_are_others() {
        assertThat(Things.same("HT2026-001")).isNotEqualTo(Things.same("HT2026-002"));
        assertThat(Things.same("借字〔2026〕1号")).isNotEqualTo(Things.same("借字〔2026〕11号"));
        assertThat(Things.words("loans/HT2026001")).isEqualTo("贷款 HT2026001");
    }

    @Test
    void what_a_list_names_twice_is_found_however_it_is_written() {
        assertThat(Things.twice(List.of("HT-001", "ht 001", "HT-002", "", "", "ＨＴ００１")))
                .containsExactly(1, 5);
        assertThat(Things.twice(List.of("HT-001", "HT-0011"))).isEmpty();
    }
}
