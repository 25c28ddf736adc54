package cn.zhirong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String written(String cell) {
        return Csv.write(List.of(List.of(cell))).substring(1).strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-50000.00", "-0.5", "12", "0"})
    void a_plain_number_stays_a_number_below_zero_too(String number) {
        assertThat(written(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2+3", "-cmd", "-", "-1.", "-.5", "--1", "-1e3", "-１", "-1\n", "+1", "=1", "@a"})
    void what_a_spreadsheet_could_reckon_is_text(String words) {
        assertThat(written(words).replace("\"", ""))
                .startsWith("'" + words.strip().charAt(0));
    }

    @Test
    void what_was_written_is_read_back() {
        List<List<String>> rows = List.of(List.of("甲“厂”", "-50000.00", "-2+3", "a,\"b\""));
        assertThat(Csv.read(Csv.write(rows))).isEqualTo(rows);
    }
}
