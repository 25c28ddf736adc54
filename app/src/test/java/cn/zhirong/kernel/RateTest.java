package cn.zhirong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    @ParameterizedTest
    @CsvSource({
        "50%,500000,50%",
        "3.625%,36250,3.625%",
        "8‰,8000,0.8%",
        "30bp,3000,0.3%",
        "30个基点,3000,0.3%",
        "1.2倍,1200000,120%",
        "0.0001%,1,0.0001%",
        "10000%,100000000,10000%"
    })
    void every_unit_means_one_thing(String written, long ppm, String words) {
        assertThat(Rate.written(written)).contains(new Rate(ppm));
        assertThat(new Rate(ppm).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "0.3", "0.00001%", "100.1倍", "%", "a%"})
    void without_a_unit_too_fine_or_too_large_is_none(String written) {
        assertThat(Rate.written(written)).isEmpty();
    }
}
