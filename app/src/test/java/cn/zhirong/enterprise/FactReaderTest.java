package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "2000|2000000000",
                "1,234.5|1234500000",
                "１２．３４|12340000",
                "0.000001|1",
                "12.3400000|12340000",
                "100000000|100000000000000"
            })
    void amounts_are_typed_in_wan_and_kept_in_fen(String typed, long fen) {
        assertThat(FactReader.read(FactField.REVENUE, typed)).isEqualTo(FactValue.of(fen));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "1,2345.67",
                "0.0000001",
                "1e3",
                "abc",
                "100000000.000001",
                "1.2.3",
                "--1",
                "10⁷万",
                "１2万",
                "99999999999999999999"
            })
    void what_is_no_amount_is_refused_with_field_and_bound(String typed) {
        assertThatThrownBy(() -> FactReader.read(FactField.REVENUE, typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("营业收入须是 0 至 100000000 之间的数，单位万元，最多 6 位小数，现在是“");
    }

    @Test
    void profits_may_be_losses_and_revenue_may_not() {
        assertThat(FactReader.read(FactField.NET_PROFIT, "-12.5")).isEqualTo(FactValue.of(-12_500_000));
        assertThat(FactText.typed(FactField.NET_PROFIT, FactValue.of(-12_500_000)))
                .isEqualTo("-12.5");
        assertThat(FactText.shown(FactField.REVENUE, FactValue.of(1_234_500_000)))
                .isEqualTo("1,234.5 万元");
    }

    @Test
    void counts_have_bounds_on_both_sides() {
        assertThat(FactReader.read(FactField.STAFF, "0")).isEqualTo(FactValue.of(0));
        assertThat(FactReader.read(FactField.STAFF, "10000000")).isEqualTo(FactValue.of(10_000_000));
        for (String typed : new String[] {"-1", "10000001", "12.5"}) {
            assertThatThrownBy(() -> FactReader.read(FactField.STAFF, typed))
                    .hasMessage("从业人员须是 0 至 10000000 之间的整数，现在是“" + typed + "”。");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2024/2/29", "2024年2月29日", "2024.2.29", "２０２４-２-２９", "2024-02-29 00:00:00"})
    void days_are_read_as_people_write_them(String typed) {
        assertThat(FactReader.read(FactField.FOUNDED_ON, typed)).isEqualTo(FactValue.of(LocalDate.of(2024, 2, 29)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "1949-09-30", "2100-01-01", "24-1-1", "明天", "2024-13-01"})
    void what_is_no_day_is_refused(String typed) {
        assertThatThrownBy(() -> FactReader.read(FactField.FOUNDED_ON, typed))
                .hasMessageStartingWith("成立日期须是 1949-10-01 至 2099-12-31 之间的日期");
    }

    @Test
    void words_are_one_visible_line() {
        assertThat(FactReader.read(FactField.NAME, " 云山科技（示例）有限公司 ").text()).isEqualTo("云山科技（示例）有限公司");
        assertThatThrownBy(() -> FactReader.read(FactField.NAME, "云山\u202e科技")).hasMessageContaining("看不见的字符");
        assertThatThrownBy(() -> FactReader.read(FactField.NAME, "云")).hasMessage("企业名称须为 2 至 100 个字，现在有 1 个字。");
        assertThat(FactReader.read(FactField.NAME, "云".repeat(100)).isKnown()).isTrue();
        assertThatThrownBy(() -> FactReader.read(FactField.NAME, "云".repeat(101)))
                .hasMessageContaining("现在有 101 个字");
    }

    @Test
    void yes_no_and_ratings_are_read_and_nothing_is_unknown() {
        assertThat(FactReader.read(FactField.DISHONEST, "是")).isEqualTo(FactValue.of(1));
        assertThat(FactReader.read(FactField.DISHONEST, "否")).isEqualTo(FactValue.of(0));
        assertThat(FactReader.read(FactField.DISHONEST, "  ")).isEqualTo(FactValue.UNKNOWN);
        assertThat(FactReader.read(FactField.TAX_RATING, "a级")).isEqualTo(FactValue.of("A"));
        assertThatThrownBy(() -> FactReader.read(FactField.TAX_RATING, "E")).hasMessageContaining("A、B、M、C、D 之一");
        assertThatThrownBy(() -> FactReader.read(FactField.DISHONEST, "也许")).hasMessageContaining("“是”或“否”");
    }
}
