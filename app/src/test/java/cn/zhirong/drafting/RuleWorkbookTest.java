package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.drafting.RuleWorkbookReader.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleWorkbookTest {
    @ParameterizedTest
    @MethodSource("cn.zhirong.drafting.GoldenTexts#names")
    void a_rule_is_the_same_after_it_went_through_a_workbook(String name) {
        RuleForm form = RuleForm.ofText(GoldenTexts.text(name), GoldenTexts.VOCABULARY);
        Map<String, List<Row>> sheets = sheets(RuleWorkbook.write(
                Objects.requireNonNull(form.data()),
                GoldenTexts.VOCABULARY,
                List.of(List.of("甲公司", "2026-01-01", "符合", "500000", "{}"))));

        RuleWorkbookReader.Read read = RuleWorkbookReader.read(sheets, GoldenTexts.VOCABULARY);
        assertThat(read.problems()).isEmpty();
        RuleForm back = RuleForm.ofData(read.data(), GoldenTexts.VOCABULARY);
        assertThat(back.problems()).isEmpty();
        assertThat(back.rule()).isEqualTo(form.rule());
        assertThat(read.cases()).containsExactly(List.of("甲公司", "2026-01-01", "符合", "500000", "{}"));
    }

    @Test
    void choices_are_written_in_the_words_of_the_form() {
        Map<String, List<Row>> sheets = sheets(write("fujian-interest"));
        assertThat(sheets.get(RuleWorkbook.AMOUNTS))
                .extracting(Row::cells)
                .contains(List.of("benefits.0.to", "补助内容1 › 付给", "企业"))
                .contains(List.of("benefits.0.amount.kind", "补助内容1 › 金额 › 算法", "利息"));
        assertThat(sheets(write("beijing-interest")).get(RuleWorkbook.CONDITIONS))
                .extracting(Row::cells)
                .contains(List.of("item-conditions.0", "贷款：结清日期", "在申请前第几年", "1", "第三条（一）"));
    }

    @Test
    void what_is_wrong_is_told_by_cell() {
        Map<String, List<Row>> sheets = new LinkedHashMap<>(sheets(write("suzhou-rank")));
        List<Row> amounts = new ArrayList<>(sheets.get(RuleWorkbook.AMOUNTS));
        amounts.replaceAll(row -> row.cell(0).equals("benefits.0.amount.rows.0.result.text")
                ? new Row(row.number(), List.of(row.cell(0), row.cell(1), "很多"))
                : row);
        sheets.put(RuleWorkbook.AMOUNTS, amounts);

        RuleWorkbookReader.Read read = RuleWorkbookReader.read(sheets, GoldenTexts.VOCABULARY);
        RuleForm form = RuleForm.ofData(read.data(), GoldenTexts.VOCABULARY);
        assertThat(form.problems()).singleElement().satisfies(problem -> {
            assertThat(read.cell(problem.field())).matches("金额!C[0-9]+");
            assertThat(problem.words()).startsWith("“很多”不对");
        });
    }

    @Test
    void a_workbook_without_its_sheets_or_with_strange_places_is_refused() {
        assertThat(RuleWorkbookReader.read(Map.of(), GoldenTexts.VOCABULARY).problems())
                .extracting(RuleWorkbookReader.CellProblem::words)
                .contains("缺少工作表“条件”");
        Map<String, List<Row>> sheets = new LinkedHashMap<>(sheets(write("suzhou-rank")));
        List<Row> amounts = new ArrayList<>(sheets.get(RuleWorkbook.AMOUNTS));
        amounts.add(new Row(99, List.of("benefits.__proto__.class", "", "x")));
        sheets.put(RuleWorkbook.AMOUNTS, amounts);
        assertThat(RuleWorkbookReader.read(sheets, GoldenTexts.VOCABULARY).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.words()).contains("位置"));
    }

    @Test
    void a_word_that_looks_like_a_formula_stays_a_word() throws IOException {
        RuleForm form = RuleForm.ofText(GoldenTexts.text("suzhou-rank"), GoldenTexts.VOCABULARY);
        byte[] file = RuleWorkbook.write(
                Objects.requireNonNull(form.data()).with("name", "=HYPERLINK(\"http://example.org\")"),
                GoldenTexts.VOCABULARY,
                List.of());
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getFirstSheet();
            assertThat(sheet.read().stream().flatMap(row -> row.stream()).filter(Objects::nonNull))
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA))
                    .anySatisfy(cell -> assertThat(cell.getText()).startsWith("=HYPERLINK"));
        }
    }

    private static byte[] write(String golden) {
        RuleForm form = RuleForm.ofText(GoldenTexts.text(golden), GoldenTexts.VOCABULARY);
        return RuleWorkbook.write(Objects.requireNonNull(form.data()), GoldenTexts.VOCABULARY, List.of());
    }

    static Map<String, List<Row>> sheets(byte[] file) {
        Map<String, List<Row>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<Row> rows = new ArrayList<>();
                for (org.dhatim.fastexcel.reader.Row row : sheet.read()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < row.getCellCount(); i++) {
                        cells.add(row.getOptionalCell(i)
                                .map(cell -> cell.getText())
                                .orElse(""));
                    }
                    rows.add(new Row(row.getRowNum(), cells));
                }
                sheets.put(sheet.getName(), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheets;
    }
}
