package cn.zhirong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.AuditEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\u0000=1"})
    void what_a_spreadsheet_would_compute_becomes_a_word(String value) {
        assertThat(AuditCsv.cell(value)).matches("(?s)\"?'.*");
    }

    @ParameterizedTest
    @CsvSource({"一二三, 一二三", "a=b, a=b", "1-2, 1-2"})
    void anything_else_stays_as_it_is(String value, String written) {
        assertThat(AuditCsv.cell(value)).isEqualTo(written);
        assertThat(AuditCsv.cell("a,\"b\"\n")).isEqualTo("\"a,\"\"b\"\"\n\"");
    }

    @Test
    void the_bound_is_told_and_not_passed() throws IOException {
        assertThat(lines(6, 5)).hasSize(7).last().asString().contains("上限");
        assertThat(lines(5, 5)).hasSize(6);
        assertThat(lines(0, 5)).hasSize(1);
    }

    private static List<String> lines(int entries, int limit) throws IOException {
        try (var table = AuditCsv.of(before -> page(Math.min(before, entries + 1L)), limit)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** Two at a time, below a number. */
    private static List<AuditEntry> page(long before) {
        return LongStream.of(before - 1, before - 2)
                .filter(number -> number > 0)
                .mapToObj(number -> new AuditEntry(
                        number,
                        1,
                        number,
                        Instant.EPOCH,
                        "wang",
                        "policy.publish",
                        "7",
                        "",
                        null,
                        null,
                        "",
                        null,
                        "",
                        ""))
                .toList();
    }
}
