package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.PARSER;
import static cn.zhirong.document.ParseFixture.at;
import static cn.zhirong.document.ParseFixture.codes;
import static cn.zhirong.document.ParseFixture.paths;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionTest {
    private static final DocumentText TEXT = ParseFixture.text("""
            云溪市登记办法
            第一条 登记免费。第二条 当天办结。
            打印本页
            第三条 不得
            附加条件。
            打印本页
            """);

    private static BlockKey line(int index) {
        return BlockKeys.of(TEXT).get(index);
    }

    @Test
    void equal_lines_have_keys_of_their_own() {
        assertThat(line(5).digest()).isEqualTo(line(2).digest());
        assertThat(line(2).occurrence()).isZero();
        assertThat(line(5).occurrence()).isEqualTo(1);
        assertThat(BlockKey.of(line(5).toString())).isEqualTo(line(5));
    }

    @Test
    void a_line_is_split_joined_and_dropped() {
        List<Correction> corrections = List.of(
                new Correction.Split(line(1), "第一条 登记免费。".length()),
                new Correction.Drop(line(2)),
                new Correction.Join(line(4)),
                new Correction.Drop(line(5)));

        ParsedDocument document = PARSER.parse(TEXT, corrections);

        assertThat(paths(document)).containsExactly("第一条", "第二条", "第三条");
        assertThat(at(document, "第三条").text()).isEqualTo("不得附加条件。");
        assertThat(codes(document)).isEmpty();
    }

    @Test
    void the_pieces_of_a_split_line_can_be_corrected_in_turn() {
        Correction split = new Correction.Split(line(1), "第一条 登记免费。".length());
        ParsedDocument once = PARSER.parse(TEXT, List.of(split));
        BlockKey second = BlockKey.of(at(once, "第二条").source());

        ParsedDocument twice =
                PARSER.parse(TEXT, List.of(split, new Correction.Renumber(second, ProvisionKind.ARTICLE, "第9条")));

        assertThat(at(twice, "第九条第一款").text()).isEqualTo("当天办结。");
    }

    @Test
    void a_number_can_be_taken_away() {
        ParsedDocument document =
                PARSER.parse(TEXT, List.of(new Correction.Renumber(line(3), ProvisionKind.PARAGRAPH, "")));

        assertThat(paths(document)).doesNotContain("第三条");
    }

    @Test
    void a_correction_whose_line_is_gone_is_told_and_skipped() {
        BlockKey gone = new BlockKey("0123456789abcdef", 0);

        ParsedDocument document = PARSER.parse(TEXT, List.of(new Correction.Drop(gone)));

        assertThat(codes(document)).contains("correction-lost");
        assertThat(paths(document)).isEqualTo(paths(PARSER.parse(TEXT, List.of())));
    }

    @Test
    void a_split_past_the_end_of_its_line_is_lost() {
        ParsedDocument document = PARSER.parse(TEXT, List.of(new Correction.Split(line(2), 4)));

        assertThat(codes(document)).contains("correction-lost");
    }
}
