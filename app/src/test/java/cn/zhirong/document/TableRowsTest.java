package cn.zhirong.document;

import static cn.zhirong.document.ParseFixture.PARSER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableRowsTest {
    private static final Block.Table SCALE = new Block.Table(
            "奖励标准",
            "万元",
            List.of("阶段", "奖励"),
            List.of(List.of("股改", "50"), List.of("辅导备案", "100"), List.of("以上均为上限", "以上均为上限")),
            1);

    private static ParsedDocument parse(Block... blocks) {
        return PARSER.parse(new DocumentText(SourceFormat.DOCX, List.of(blocks), Map.of(), 0, List.of()), List.of());
    }

    private static Block line(String text) {
        return new Block.Line(text, 1, Block.Look.PLAIN);
    }

    @Test
    void each_row_stands_under_its_provision_with_heading_cells_caption_and_unit() {
        ParsedDocument document = parse(line("云溪市上市奖励办法"), line("第一条 分阶段奖励："), SCALE, line("第二条 不重复享受。"));

        assertThat(document.provisions())
                .filteredOn(provision -> provision.kind() == ProvisionKind.TABLE_ROW)
                .extracting(Provision::path, Provision::anchor, Provision::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("第一条表1第1行", "a1-t1-1", "奖励标准(单位:万元) 阶段:股改;奖励:50"),
                        org.assertj.core.groups.Tuple.tuple("第一条表1第2行", "a1-t1-2", "奖励标准(单位:万元) 阶段:辅导备案;奖励:100"),
                        org.assertj.core.groups.Tuple.tuple("第一条表1第3行", "a1-t1-3", "奖励标准(单位:万元) 以上均为上限"));
    }

    @Test
    void a_table_before_any_heading_stands_at_the_top() {
        ParsedDocument document = parse(line("云溪市银行名单"), SCALE, SCALE);

        assertThat(document.provisions())
                .extracting(Provision::path)
                .containsExactly("表1第1行", "表1第2行", "表1第3行", "表2第1行", "表2第2行", "表2第3行");
    }

    @Test
    void a_table_of_one_row_is_that_row() {
        Block.Table single = new Block.Table("", "", List.of("电话", "0000-1234"), List.of(), 1);

        assertThat(parse(line("云溪市联系方式公告"), single).provisions())
                .extracting(Provision::text)
                .containsExactly("电话;0000-1234");
    }
}
