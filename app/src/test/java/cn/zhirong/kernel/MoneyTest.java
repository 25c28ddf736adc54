package cn.zhirong.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "50万元,50000000,50万元",
        "12.34万元,12340000,12.34万元",
        "12.345万元,12345000,123450元",
        "1.5亿元,15000000000,1.5亿元",
        "0.01元,1,0.01元",
        "3分,3,0.03元",
        "9999.99元,999999,9999.99元",
        "-5元,-500,-5元",
        "0元,0,0元",
        "100000亿元,1000000000000000,100000亿元"
    })
    void what_is_written_is_exact_and_read_back(String written, long fen, String words) {
        assertThat(Money.written(written)).contains(new Money(fen));
        assertThat(new Money(fen).words()).isEqualTo(words);
        assertThat(Money.written(words)).contains(new Money(fen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "0.001元", "1e9元", "100000.0001亿元", "元", "五十万元", "NaN元", "50%", "1.2.3元"})
    void without_a_unit_finer_than_a_fen_or_beyond_the_range_is_none(String written) {
        assertThat(Money.written(written)).isEmpty();
    }

    @Test
    void commas_are_forgiven() {
        assertThat(Money.written("1,234,567.89元")).contains(new Money(123_456_789));
    }

    @Test
    void sums_do_not_wrap_around() {
        Money most = new Money(Long.MAX_VALUE);
        assertThat(most.minus(new Money(1)).plus(new Money(1))).isEqualTo(most);
        assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(Rate.percent(101), Rounding.DOWN)).isInstanceOf(ArithmeticException.class);
        assertThat(most.times(Rate.percent(100), Rounding.DOWN)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({
        "101,DOWN,50",
        "101,HALF_UP,51",
        "101,UP,51",
        "99,HALF_UP,50",
        "1,DOWN,0",
        "1,UP,1",
        "-101,DOWN,-50",
        "-101,HALF_UP,-51"
    })
    void a_half_goes_where_the_rounding_says(long fen, Rounding rounding, long half) {
        assertThat(new Money(fen).times(Rate.percent(50), rounding)).isEqualTo(new Money(half));
    }
}
