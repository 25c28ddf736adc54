package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RunningTextTest {
    private static final DocumentLinks LINKS =
            DocumentLinks.to(Map.of("云金〔2020〕9号", "/y/9", "云金〔2020〕1号", "/y/1", "", "/y/0"));

    @Test
    void numbers_lead_to_their_documents_in_whatever_brackets() {
        for (String written : List.of("云金〔2020〕9号", "云金[2020]9号", "云金（2020）9号", "云金〔2020〕 9号")) {
            List<TextPiece> pieces = only(new RunningText(LINKS, "").paragraphs("依据" + written + "办理"));
            assertThat(pieces)
                    .containsExactly(
                            new TextPiece("依据", "", false),
                            new TextPiece(written, "/y/9", false),
                            new TextPiece("办理", "", false));
        }
    }

    @Test
    void a_number_we_do_not_hold_stays_text() {
        assertThat(only(new RunningText(LINKS, "").paragraphs("依据云金〔2020〕8号办理")))
                .hasSize(1);
    }

    @Test
    void quoted_words_are_marked_across_white_space_and_links() {
        List<TextPiece> pieces = only(new RunningText(LINKS, "依据 云金〔2020〕9号").paragraphs("请依据云金〔2020〕9号办理"));
        assertThat(pieces.stream()
                        .filter(TextPiece::marked)
                        .map(TextPiece::text)
                        .collect(Collectors.joining()))
                .isEqualTo("依据云金〔2020〕9号");
        assertThat(pieces.stream().map(TextPiece::text).collect(Collectors.joining()))
                .isEqualTo("请依据云金〔2020〕9号办理");
    }

    @Test
    void quotations_of_three_characters_mark_nothing_and_of_four_they_do() {
        assertThat(only(new RunningText(LINKS, "给予贴").paragraphs("给予贴息"))).noneMatch(TextPiece::marked);
        assertThat(only(new RunningText(LINKS, "给予贴息").paragraphs("给予贴息"))).allMatch(TextPiece::marked);
    }

    @Test
    void lines_become_paragraphs_and_blank_ones_vanish() {
        assertThat(new RunningText(LINKS, "").paragraphs("一\n\n二\n")).hasSize(2);
        assertThat(new RunningText(LINKS, "").paragraphs("")).isEmpty();
    }

    private static List<TextPiece> only(List<List<TextPiece>> paragraphs) {
        assertThat(paragraphs).hasSize(1);
        return paragraphs.getFirst();
    }
}
