package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThingKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"HT2026-001", "ht2026-001", "ＨＴ２０２６－００１", " HT 2026 001 ", "HT2026—001", "HT2026/001"})
    void the_same_contract_is_the_same_word_however_it_is_typed(String typed) {
        assertThat(ThingKey.of(typed)).isEqualTo("HT2026001");
    }

    @Test
    void others_are_others() {
        assertThat(ThingKey.of("HT2026-001")).isNotEqualTo(ThingKey.of("HT2026-002"));
        assertThat(ThingKey.of("借字〔2026〕1号")).isNotEqualTo(ThingKey.of("借字〔2026〕11号"));
    }
}
