package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelGuessTest {
    @ParameterizedTest
    @CsvSource({
        "国家知识产权局, NATIONAL",
        "中国人民银行, NATIONAL",
        "财政部, NATIONAL",
        "广东省市场监督管理局, PROVINCIAL",
        "广西壮族自治区人民政府, PROVINCIAL",
        "天津市知识产权局, PROVINCIAL",
        "肇庆市金融工作局, CITY",
        "广东省肇庆市人民政府, CITY",
        "广西壮族自治区南宁市财政局, CITY",
        "天津市滨海新区市场监督管理局, DISTRICT",
        "深圳市南山区科技创新局, DISTRICT",
        "德清县人民政府, DISTRICT"
    })
    void the_first_issuer_tells_the_level(String issuer, Level level) {
        assertThat(LevelGuess.of(List.of(issuer, "别的部门"))).isEqualTo(level);
    }

    @Test
    void without_an_issuer_it_is_the_citys() {
        assertThat(LevelGuess.of(List.of())).isEqualTo(Level.CITY);
    }
}
