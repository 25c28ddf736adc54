package cn.zhirong.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReaderTest {
    private static final Trace ODD = new Trace(
            "a",
            "p",
            "名“称”\"\\\n\t\u0001",
            "1",
            LocalDate.of(2025, 6, 1),
            "符合",
            "可得5元",
            new TraceNode("rule", "{[,:]}", "符合", "", null, List.of(), List.of()));

    @Test
    void whatever_a_text_holds_comes_back() {
        assertThat(Trace.read(ODD.bytes())).isEqualTo(ODD);
        assertThat(new String(ODD.bytes(), StandardCharsets.UTF_8))
                .contains("\"title\":\"名“称”\\\"\\\\\\u000a\\u0009\\u0001\"");
    }

    @Test
    void a_stored_trace_still_reads_as_sentences() {
        Trace trace = Trace.of(ListingGoldenTest.zhaoqing().of("zhaoqing-library"));
        assertThat(Trace.read(trace.bytes()).sentences()).isEqualTo(trace.sentences());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"rule\":1}", "{ \"rule\":\"a\"}", "{\"rule\":\"a\\u00\"}", "null"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Trace.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_trace_that_was_touched_is_refused() {
        String text = new String(ODD.bytes(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Trace.read((text + " ").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
