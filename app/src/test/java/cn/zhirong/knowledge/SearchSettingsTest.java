package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.web.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {
    @Test
    void what_is_said_is_read_as_what_the_documents_say() {
        SearchSettings settings = settings(new Synonym("贴钱", "贴息"), new Synonym("返钱", "返还"));
        assertThat(settings.formal("贷款贴钱，到期返钱吗")).isEqualTo("贷款贴息，到期返还吗");
        assertThat(settings.read("贷款贴钱").terms()).containsExactly("贴息");
        assertThat(settings.formal("没有俗称的话")).isEqualTo("没有俗称的话");
        assertThat(settings.read("没有俗称的话").terms()).isEmpty();
    }

    @Test
    void the_longest_comes_first_and_nothing_is_read_twice() {
        SearchSettings settings =
                settings(new Synonym("补贴", "补助资金"), new Synonym("利息补贴", "贴息"), new Synonym("贴息", "补贴"));
        assertThat(settings.formal("利息补贴")).isEqualTo("贴息");
    }

    @Test
    void what_already_stands_in_its_formal_words_is_left_alone() {
        SearchSettings settings = settings(new Synonym("担保费", "融资担保费"));
        assertThat(settings.formal("融资担保费和担保费")).isEqualTo("融资担保费和融资担保费");
    }

    @Test
    void width_case_and_script_do_not_matter() {
        SearchSettings settings = settings(new Synonym("ip贷", "知识产权质押贷款"), new Synonym("贴钱", "贴息"));
        assertThat(settings.formal("ＩＰ贷怎麼貼錢")).isEqualTo("知识产权质押贷款怎麼贴息");
    }

    @Test
    void a_line_that_is_none_is_told_by_its_number() {
        assertThat(SynonymList.read("贴钱=贴息\r\n\n返钱＝返还\n贴钱=贴息"))
                .containsExactly(new Synonym("贴钱", "贴息"), new Synonym("返钱", "返还"));
        for (String wrong : List.of("贴钱", "=贴息", "贴=贴息", "贴钱=贴息=补贴", "贴息=贴息", "长".repeat(31) + "=贴息")) {
            assertThatThrownBy(() -> SynonymList.read("倒找=返还\n" + wrong))
                    .as(wrong)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("第 2 行");
        }
        assertThat(SynonymList.read("长".repeat(30) + "=贴息")).hasSize(1);
        String most = IntStream.range(0, SynonymList.MOST)
                .mapToObj(i -> "俗称" + i + "=用语")
                .collect(Collectors.joining("\n"));
        assertThat(SynonymList.read(most)).hasSize(SynonymList.MOST);
        assertThatThrownBy(() -> SynonymList.read(most + "\n再多=一组")).hasMessageContaining("最多 200 组");
    }

    @Test
    void the_weight_has_bounds() {
        assertThat(new SearchSettings(List.of(), 0).meaningPercent()).isZero();
        assertThat(new SearchSettings(List.of(), 300).meaningPercent()).isEqualTo(300);
        assertThatThrownBy(() -> new SearchSettings(List.of(), 301)).hasMessageContaining("301");
        assertThatThrownBy(() -> new SearchSettings(List.of(), -1)).hasMessageContaining("-1");
    }

    private static SearchSettings settings(Synonym... synonyms) {
        return new SearchSettings(List.of(synonyms), 100);
    }
}
