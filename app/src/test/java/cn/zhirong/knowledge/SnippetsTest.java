package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.knowledge.PassageHit.Snippet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SnippetsTest {
    private static String joined(List<Snippet> pieces) {
        return pieces.stream().map(Snippet::text).collect(Collectors.joining());
    }

    @Test
    void overlapping_pairs_are_marked_as_one_run() {
        assertThat(Snippets.of("给予质押贷款贴息。", Set.of("质押", "押贷", "贷款")))
                .containsExactly(new Snippet("给予", false), new Snippet("质押贷款", true), new Snippet("贴息。", false));
    }

    @Test
    void traditional_characters_are_marked_where_they_stand() {
        assertThat(Snippets.of("質押", Set.of("质押"))).containsExactly(new Snippet("質押", true));
    }

    @Test
    void the_window_holds_the_match_and_stands_in_the_text() {
        String text = "开头。".repeat(100) + "风险补偿资金池总额700万元。" + "结尾。".repeat(100);

        List<Snippet> pieces = Snippets.of(text, Set.of("风险", "险补", "补偿"));

        assertThat(joined(pieces)).hasSize(Snippets.LONGEST).startsWith("风险补偿资金池");
        assertThat(text).contains(joined(pieces));
    }

    @Test
    void a_surrogate_pair_is_never_cut() {
        String text = "\ud842\udfb7".repeat(200);

        String shown = joined(Snippets.of(text, Set.of("无此")));

        assertThat(shown.codePoints().allMatch(c -> c == 0x20bb7)).isTrue();
    }

    @Test
    void no_text_gives_no_pieces() {
        assertThat(Snippets.of("", Set.of("质押"))).isEmpty();
    }
}
