package cn.zhirong.drafting;

import cn.zhirong.rule.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a workbook that {@link RuleWorkbook} wrote and an officer changed; what is wrong is told by cell. */
final class RuleWorkbookReader {
    private static final int MOST_ROWS = 3_000;

    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final FormWords words;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<List<String>> cases = new ArrayList<>();

    private RuleWorkbookReader(Vocabulary vocabulary) {
        this.words = new FormWords(vocabulary);
        words.all().forEach((key, labels) -> {
            Map<String, String> back = new HashMap<>();
            labels.forEach((code, label) -> back.put(label, code));
            codes.put(key, back);
        });
    }

    /** Something wrong in a cell such as 条件!D3; the cell is empty where it is the whole file. */
    public record CellProblem(String cell, String words) {}

    /** A row of a sheet; {@code number} is what the spreadsheet shows. */
    record Row(int number, List<String> cells) {
        String cell(int at) {
            return at < cells.size() ? cells.get(at).strip() : "";
        }
    }

    /**
     * What was read.
     *
     * @param cells the cell of each field
     * @param cases rows in the order of the headings
     */
    record Read(FormData data, Map<String, String> cells, List<List<String>> cases, List<CellProblem> problems) {
        /** The cell of a field, or of the nearest above it. */
        String cell(String field) {
            for (String at = field; !at.isEmpty(); at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "") {
                if (cells.containsKey(at)) {
                    return cells.get(at);
                }
            }
            return "";
        }
    }

    /** @param sheets rows by the name of the sheet, with the heading first */
    static Read read(Map<String, List<Row>> sheets, Vocabulary vocabulary) {
        RuleWorkbookReader reader = new RuleWorkbookReader(vocabulary);
        reader.table(RuleWorkbook.RULE, sheets, RuleWorkbook.FIELD_HEADING, reader::field);
        reader.table(RuleWorkbook.CONDITIONS, sheets, RuleWorkbook.CONDITION_HEADING, reader::condition);
        reader.table(RuleWorkbook.AMOUNTS, sheets, RuleWorkbook.FIELD_HEADING, reader::field);
        reader.table(RuleWorkbook.CAPS, sheets, RuleWorkbook.FIELD_HEADING, reader::field);
        if (sheets.containsKey(RuleWorkbook.CASES)) {
            reader.table(RuleWorkbook.CASES, sheets, RuleWorkbook.CASE_HEADING, (sheet, row) -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < RuleWorkbook.CASE_HEADING.size(); i++) {
                    cells.add(row.cell(i));
                }
                reader.cases.add(cells);
            });
        }
        Optional<FormData> data = FormData.sent(reader.fields);
        if (data.isEmpty()) {
            reader.problems.add(new CellProblem("", "“位置”一列有不认识的写法，或者内容过长；请从导出的表格改起"));
        }
        return new Read(
                data.orElse(FormData.nothing()), reader.cells, List.copyOf(reader.cases), List.copyOf(reader.problems));
    }

    private interface Taking {
        void take(String sheet, Row row);
    }

    private void table(String sheet, Map<String, List<Row>> sheets, List<String> heading, Taking taking) {
        List<Row> rows = sheets.getOrDefault(sheet, List.of());
        if (rows.isEmpty()) {
            problems.add(new CellProblem("", "缺少工作表“" + sheet + "”"));
            return;
        }
        for (int i = 0; i < heading.size(); i++) {
            if (!rows.getFirst().cell(i).equals(heading.get(i))) {
                problems.add(new CellProblem(cell(sheet, rows.getFirst(), i), "表头应当是“" + heading.get(i) + "”"));
                return;
            }
        }
        if (rows.size() > MOST_ROWS) {
            problems.add(new CellProblem("", "工作表“" + sheet + "”超过" + MOST_ROWS + "行"));
            return;
        }
        rows.stream().skip(1).filter(row -> !row.cell(0).isEmpty()).forEach(row -> taking.take(sheet, row));
    }

    private void field(String sheet, Row row) {
        String path = row.cell(0);
        String key = path.substring(path.lastIndexOf('.') + 1);
        put(path, code(key, row.cell(2)), cell(sheet, row, 2));
    }

    private void condition(String sheet, Row row) {
        String path = row.cell(0);
        cells.put(path, cell(sheet, row, 0));
        String what = code("what", row.cell(1));
        String op = code("op", row.cell(2));
        put(path + ".what", what, cell(sheet, row, 1));
        put(path + ".op", op, cell(sheet, row, 2));
        put(path + ".provision", row.cell(4), cell(sheet, row, 4));
        value(path, what, op, row.cell(3), cell(sheet, row, 3));
    }

    private void value(String path, String what, String op, String value, String cell) {
        if (value.equals(RuleWorkbook.BELOW)) {
            return;
        }
        if (what.equals("some")) {
            put(path + ".least", value, cell);
        } else if (what.equals("asked")) {
            String[] days = value.split("至", 2);
            put(path + ".from", days[0].strip(), cell);
            put(path + ".until", days.length > 1 ? days[1].strip() : "", cell);
        } else if (ConditionForm.NUMBERS.contains(op)) {
            put(path + ".value.kind", "literal", cell);
            put(path + ".value.text", value, cell);
        } else if (ConditionForm.DATES.contains(op)) {
            put(path + ".day.of", "day", cell);
            put(path + ".day.day", value, cell);
        } else if (ConditionForm.CODES.contains(op)) {
            Map<String, String> back = new HashMap<>();
            RuleWorkbook.labels(words, what).forEach((code, label) -> back.put(label, code));
            put(
                    path + ".codes",
                    Stream.of(value.split("[、,，]"))
                            .map(one -> back.getOrDefault(one.strip(), one.strip()))
                            .collect(Collectors.joining("、")),
                    cell);
        } else {
            put(path + ".text", value, cell);
        }
    }

    private String code(String key, String said) {
        return codes.getOrDefault(key, Map.of()).getOrDefault(said, said);
    }

    private void put(String path, String value, String cell) {
        if (!value.isEmpty()) {
            fields.put(path, value);
        }
        cells.put(path, cell);
    }

    private static String cell(String sheet, Row row, int column) {
        return sheet + "!" + (char) ('A' + column) + row.number();
    }
}
