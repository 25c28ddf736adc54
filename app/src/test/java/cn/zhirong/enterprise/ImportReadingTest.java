package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhirong.web.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Tables of firms as officers send them, right and wrong. */
class ImportReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String ONE = EnterpriseFixture.code(1).value();
    private static final String TWO = EnterpriseFixture.code(2).value();

    @Test
    void a_csv_is_read_by_its_heading_whatever_the_order_and_the_empty_cells_say_nothing() {
        ImportReading reading =
                csv("企业名称,统一社会信用代码,年度,营业收入（万元）,从业人员,行业代码\n云山科技有限公司," + ONE + ",2025,\"1,200.5\",,C3562\n");
        assertThat(reading.wrong()).isEmpty();
        ImportReading.Line line = reading.lines().getFirst();
        assertThat(line.creditCode()).isEqualTo(ONE);
        assertThat(line.year()).isEqualTo(2025);
        assertThat(line.facts())
                .containsEntry(FactField.REVENUE, FactValue.of(1_200_500_000))
                .containsEntry(FactField.INDUSTRY_CODE, FactValue.of("3562"))
                .doesNotContainKey(FactField.STAFF);
        assertThat(line.asOf()).isEqualTo(TODAY);
        assertThat(line.evidence()).isEqualTo("名单");
    }

    @Test
    void rows_are_numbered_as_the_spreadsheet_shows_them_and_all_that_is_wrong_is_told() {
        ImportReading reading = csv("统一社会信用代码,企业名称,年度,营业收入(万元),从业人员,研发人员\n\n" + ONE + ",云山,2025,abc,-3,\n"
                + ONE.substring(0, 17) + "*,云山,1999,1,1,2\n" + TWO + ",海州有限公司,2025,5,3,3\n");
        assertThat(reading.read()).isEqualTo(3);
        assertThat(reading.lines()).extracting(ImportReading.Line::creditCode).containsExactly(TWO);
        assertThat(reading.wrong())
                .extracting(wrong -> wrong.row() + wrong.column())
                .containsExactlyInAnyOrder("3营业收入（万元）", "3从业人员（人）", "4统一社会信用代码", "4研发人员（人）", "4年度");
        assertThat(reading.wrong())
                .extracting(ImportReading.Wrong::message)
                .anySatisfy(it -> assertThat(it).contains("营业收入须是 0 至 100000000 之间的数", "“abc”"))
                .anySatisfy(it -> assertThat(it).contains("年度须是 2000 至 2026 之间的整数", "“1999”"))
                .anySatisfy(it -> assertThat(it).contains("研发人员 2 人多于从业人员 1 人"));
    }

    @Test
    void a_heading_that_cannot_be_read_is_told_with_its_cell() {
        assertThat(csv("企业名称,电话\n云山,1\n").wrong().getFirst().message()).contains("“统一社会信用代码”");
        assertThat(csv("统一社会信用代码,电话\n" + ONE + ",1\n").wrong().getFirst().message())
                .contains("不认识“电话”这一列");
        assertThat(csv("统一社会信用代码,从业人员\n" + ONE + ",1\n").wrong().getFirst().message())
                .contains("须有“年度”一列");
        assertThat(csv("统一社会信用代码,年度,从业人员,从业人员（人）\n").wrong().getFirst().message())
                .contains("出现了两次");
    }

    @Test
    void a_workbook_of_several_sheets_is_read_with_its_numbers_and_days() {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("企业", List.of(List.of("统一社会信用代码", "企业名称", "成立日期"), List.of(ONE, "云山科技", 44_197L)));
        sheets.put(
                "年度数据",
                List.of(
                        List.of("统一社会信用代码", "年度", "营业收入（万元）"),
                        List.of(ONE, 2025L, new BigDecimal("0.30000000000000004"))));
        sheets.put(
                "荣誉资质",
                List.of(
                        List.of("统一社会信用代码", "类别", "证书编号", "授予日期", "有效期至"),
                        List.of(ONE, "小巨人", "示例01", 45_292L, "2026-12-31"),
                        List.of(ONE, "奇迹企业", "", "2024-01-02", "2023-01-01")));
        ImportReading reading = read(EnterpriseFixture.xlsx(sheets));
        assertThat(reading.lines()).hasSize(3);
        assertThat(reading.lines().get(0).facts())
                .containsEntry(FactField.FOUNDED_ON, FactValue.of(LocalDate.of(2021, 1, 1)));
        assertThat(reading.lines().get(1).facts()).containsEntry(FactField.REVENUE, FactValue.of(300_000));
        ItemDraft honour = reading.lines().get(2).item();
        assertThat(honour).isNotNull();
        assertThat(honour.kind()).isEqualTo(ItemKind.LITTLE_GIANT);
        assertThat(honour.beginsOn()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(reading.wrong())
                .extracting(ImportReading.Wrong::message)
                .anySatisfy(it -> assertThat(it).startsWith("类别须是下列之一：高新技术企业"))
                .anySatisfy(it -> assertThat(it).isEqualTo("有效期至 2023-01-01 早于授予日期 2024-01-02。"));
    }

    @Test
    void a_number_that_would_be_endless_when_printed_is_told_and_not_printed() {
        for (String number : List.of("1E999999999", "1E-999999999", "-3E+88888888")) {
            ImportReading reading = read(EnterpriseFixture.xlsx(Map.of(
                    "年度数据",
                    List.of(List.of("统一社会信用代码", "年度", "营业收入（万元）"), List.of(ONE, 2025L, new BigDecimal(number))))));
            assertThat(reading.wrong())
                    .singleElement()
                    .satisfies(wrong -> assertThat(wrong.message()).contains("营业收入须是"));
        }
    }

    @Test
    void what_a_spreadsheet_would_compute_stays_words() {
        ImportReading reading = csv("统一社会信用代码,企业名称,注册地址\n" + ONE + ",云山科技,'=HYPERLINK(\"http://evil\")\n");
        assertThat(reading.lines().getFirst().facts().get(FactField.ADDRESS))
                .isEqualTo(FactValue.of("=HYPERLINK(\"http://evil\")"));
    }

    @Test
    void gb_18030_is_read_and_other_files_are_refused_by_name() {
        byte[] file = ("统一社会信用代码,企业名称\n" + ONE + ",云山科技\n").getBytes(Charset.forName("GB18030"));
        assertThat(read(file).lines().getFirst().name()).isEqualTo("云山科技");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "旧版 .xls");
        assertRefused("统一\0".getBytes(StandardCharsets.UTF_8), "不是 XLSX");
        assertRefused(new byte[] {'P', 'K', 3, 4, 9, 9, 9, 9}, "读不出来");
        assertRefused(new byte[0], "不超过 5 MB");
        assertRefused(new byte[SheetFile.MOST_BYTES + 1], "不超过 5 MB");
    }

    @Test
    void a_workbook_that_swells_is_refused_before_it_is_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 101; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(SheetFile.MOST_BYTES);
        assertRefused(bytes.toByteArray(), "异常庞大");
    }

    @Test
    void a_number_that_is_longer_than_its_cell_is_never_written_out() {
        for (String monster : List.of("1E999999999", "1E-999999999", "-7E2147483647", "1E21")) {
            ImportReading reading = read(withNumber(monster));
            assertThat(reading.lines()).as(monster).isEmpty();
            assertThat(reading.wrong().getFirst())
                    .as(monster)
                    .extracting(ImportReading.Wrong::row, ImportReading.Wrong::message)
                    .containsExactly(2, "从业人员须是 0 至 10000000 之间的整数，现在是“" + monster + "”。");
        }
        String digits = "9".repeat(SheetFile.LONGEST_CELL + 1);
        assertThatThrownBy(() -> read(withNumber(digits))).hasMessageContaining("第 2 行有一格超过 1000 个字");
        assertRefused(withNumber("9".repeat(32_768)), "有一格超过 32767 个字符");
        assertRefused(withNumber("1E9999999999"), "读不出来");
        assertThat(read(withNumber("1.2E3")).lines().getFirst().facts())
                .containsEntry(FactField.STAFF, FactValue.of(1_200));
    }

    @Test
    void a_share_that_a_spreadsheet_shows_in_per_cent_is_read_as_it_is_shown() {
        byte[] file = EnterpriseFixture.xlsx(Map.of(
                "贷款",
                List.of(
                        List.of("统一社会信用代码", "企业名称", "类别", "借款合同编号", "实际年利率（%）"),
                        List.of(ONE, "云山科技", "知识产权质押贷款", "示例借1", new BigDecimal("0.0385")))));
        for (String format : List.of("9", "10")) {
            byte[] formatted = EnterpriseFixture.formatted(file, "E2", format);
            assertThat(rate(formatted)).as("format " + format).isEqualTo(38_500);
        }
        assertThat(rate(EnterpriseFixture.formatted(file, "E2", "2"))).isEqualTo(385);
    }

    private static Long rate(byte[] file) {
        ImportReading reading = read(file);
        assertThat(reading.wrong()).isEmpty();
        return reading.lines().getFirst().item().terms().ratePpm();
    }

    @Test
    void a_long_number_that_lost_its_end_is_told() {
        byte[] file = EnterpriseFixture.xlsx(Map.of(
                "费用发票",
                List.of(
                        List.of("统一社会信用代码", "企业名称", "类别", "发票号码", "价税合计（万元）"),
                        List.of(ONE, "云山科技", "评估费", 77_777L, 2L))));
        ImportReading lost = read(EnterpriseFixture.rewritten(file, "77777", "2.5117000000123458E+19"));
        assertThat(lost.lines()).isEmpty();
        assertThat(lost.wrong().getFirst().message()).contains("末几位已经丢失");
        assertThat(lost.wrong().getFirst().column()).isEqualTo("发票号码");
        ImportReading whole = read(EnterpriseFixture.rewritten(file, "77777", "25117000000123458769"));
        assertThat(whole.lines().getFirst().item().number()).isEqualTo("25117000000123458769");
        ImportReading fifteen = read(EnterpriseFixture.rewritten(file, "77777", "251170000001234"));
        assertThat(fifteen.lines().getFirst().item().number()).isEqualTo("251170000001234");
    }

    @Test
    void a_cell_far_to_the_right_is_refused_and_the_cells_before_it_are_not_made() {
        byte[] file = withNumber("5");
        for (String far : List.of("ZZZZZZ2", "FXSHRXW2", "XFE2")) {
            assertRefused(EnterpriseFixture.rewritten(file, "r=\"C2\"", "r=\"" + far + "\""), "不合规范");
        }
        assertRefused(EnterpriseFixture.rewritten(file, "r=\"C2\"", "r=\"XFD2\""), "最多 60 列");
    }

    /** A workbook with this in the place of a number of people. */
    private static byte[] withNumber(String raw) {
        byte[] file = EnterpriseFixture.xlsx(
                Map.of("年度数据", List.of(List.of("统一社会信用代码", "年度", "从业人员"), List.of(ONE, 2025L, 77_777L))));
        return EnterpriseFixture.rewritten(file, "77777", raw);
    }

    @Test
    void a_table_has_as_many_rows_as_it_may_and_not_one_more() {
        assertThat(csv(rows(SheetFile.MOST_ROWS - 1)).read()).isEqualTo(SheetFile.MOST_ROWS - 1);
        assertThatThrownBy(() -> csv(rows(SheetFile.MOST_ROWS)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("一次最多 20000 行");
        String wide = String.join(",", Collections.nCopies(SheetFile.MOST_COLUMNS + 1, "x"));
        assertThatThrownBy(() -> csv(wide)).hasMessageContaining("最多 60 列");
        assertThatThrownBy(() -> csv("统一社会信用代码\n" + "x".repeat(SheetFile.LONGEST_CELL + 1)))
                .hasMessageContaining("第 2 行有一格超过 1000 个字");
    }

    @Test
    void one_firm_said_twice_and_differently_is_wrong_and_none_of_the_second_row_is_planned() {
        ImportReading reading = csv("统一社会信用代码,企业名称,年度,从业人员,研发人员\n" + ONE + ",云山科技,2025,10,1\n" + ONE
                + ",云山科技,2025,11,1\n" + TWO + ",,2025,1,1\n");
        ImportPlan plan = ImportPlan.of(reading.lines(), Map.of());
        assertThat(plan.wrong())
                .extracting(ImportReading.Wrong::row, ImportReading.Wrong::message)
                .containsExactly(
                        tuple(3, "与第 2 行不一致：同一企业 2025 年有两个不同的值 10 人 和 11 人。"), tuple(4, "企业库里没有这家企业，须填企业名称才能新增。"));
        assertThat(plan.newFirms()).containsOnlyKeys(ONE);
        assertThat(plan.facts())
                .extracting(ImportPlan.PlannedFact::field)
                .containsExactlyInAnyOrder(FactField.NAME, FactField.STAFF, FactField.RESEARCH_STAFF);
    }

    private static String rows(int data) {
        StringBuilder rows = new StringBuilder("统一社会信用代码,企业名称\n");
        for (int i = 0; i < data; i++) {
            rows.append(ONE).append(",云山科技\n");
        }
        return rows.toString();
    }

    private static void assertRefused(byte[] file, String words) {
        assertThatThrownBy(() -> SheetFile.read(file))
                .as(Arrays.toString(Arrays.copyOf(file, Math.min(8, file.length))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private static ImportReading csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportReading read(byte[] file) {
        return ImportReading.of(SheetFile.read(file), new ImportReading.Terms(TODAY, "名单", TODAY));
    }
}
