package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThingKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"ht2026-001", "ＨＴ２０２６－００１", " HT 2026 001 ", "HT2026/001"})
    void one_thing_is_the_same_however_it_is_typed(String typed) {
        assertThat(ThingKey.same(typed, "HT2026001")).isTrue();
    }

    @Test
    void others_are_others_and_none_stays_none() {
        assertThat(ThingKey.same("HT2026-001", "HT2026-002")).isFalse();
        assertThat(ThingKey.same("", "HT2026-001")).isFalse();
        assertThat(ThingKey.of("")).isEmpty();
    }
}
