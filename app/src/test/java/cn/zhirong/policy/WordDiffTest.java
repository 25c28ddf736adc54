package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.policy.WordDiff.Fate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    @Test
    void a_figure_changes_as_a_whole() {
        assertThat(WordDiff.between("资金池总额为500万元", "资金池总额为1,200万元"))
                .containsExactly(
                        new WordDiff.Piece(Fate.SAME, "资金池总额为"),
                        new WordDiff.Piece(Fate.REMOVED, "500"),
                        new WordDiff.Piece(Fate.ADDED, "1,200"),
                        new WordDiff.Piece(Fate.SAME, "万元"));
    }

    @Test
    void both_sides_can_be_read_off_the_pieces() {
        String before = "申请人应当在30日内到窗口提交纸质材料。";
        String after = "企业可以在20日内在线提交材料，不再收取纸质件。";
        List<WordDiff.Piece> pieces = WordDiff.between(before, after);
        assertThat(joined(pieces, Fate.ADDED)).isEqualTo(before);
        assertThat(joined(pieces, Fate.REMOVED)).isEqualTo(after);
    }

    @Test
    void equal_words_have_no_change_and_empty_words_no_piece() {
        assertThat(WordDiff.between("相同", "相同")).containsExactly(new WordDiff.Piece(Fate.SAME, "相同"));
        assertThat(WordDiff.between("", "")).isEmpty();
        assertThat(WordDiff.between("", "新")).containsExactly(new WordDiff.Piece(Fate.ADDED, "新"));
        assertThat(WordDiff.between("旧", "")).containsExactly(new WordDiff.Piece(Fate.REMOVED, "旧"));
    }

    private static String joined(List<WordDiff.Piece> pieces, Fate without) {
        return pieces.stream()
                .filter(it -> it.fate() != without)
                .map(WordDiff.Piece::text)
                .collect(Collectors.joining());
    }
}
