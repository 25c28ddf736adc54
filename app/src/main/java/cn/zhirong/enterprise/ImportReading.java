package cn.zhirong.enterprise;

import cn.zhirong.enterprise.ImportTable.Column;
import cn.zhirong.kernel.CreditCode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file, read: rows that can be taken, and what is wrong with the others.
 *
 * @param read how many rows there were without headings
 */
record ImportReading(List<Line> lines, List<Wrong> wrong, int read) {
    private static final int SHOWN = 24;
    private static final LocalDate SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30);

    /** A number of more digits than a spreadsheet knows. */
    private static final Pattern LOST = Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+?[0-9]{1,3}");

    private static final Pattern DAY_NUMBER = Pattern.compile("[1-9][0-9]{4}");

    ImportReading {
        lines = List.copyOf(lines);
        wrong = List.copyOf(wrong);
    }

    /**
     * Something wrong in a file.
     *
     * @param sheet its name, empty in a CSV
     * @param row as the spreadsheet shows it, 0 where the whole sheet is meant
     * @param column by its heading, or empty
     */
    @Serdeable
    record Wrong(String sheet, int row, String column, String message) {}

    /**
     * A row that can be taken.
     *
     * @param year of the yearly facts, 0 where there are none
     * @param facts without what is empty: an empty cell says nothing
     * @param item where it is an entry, else null
     */
    record Line(
            String sheet,
            int row,
            String creditCode,
            int year,
            Map<FactField, FactValue> facts,
            @Nullable ItemDraft item,
            LocalDate asOf,
            String evidence) {
        Line {
            // In the order of the fields, so that the same file is told of in the same words.
            EnumMap<FactField, FactValue> ordered = new EnumMap<>(FactField.class);
            ordered.putAll(facts);
            facts = Collections.unmodifiableMap(ordered);
        }

        /** The firm's name where the row says it. */
        @Nullable
        String name() {
            return facts.getOrDefault(FactField.NAME, FactValue.UNKNOWN).text();
        }
    }

    /** What holds for all rows that do not say otherwise, and the day on which it is read. */
    record Terms(LocalDate asOf, String evidence, LocalDate today) {}

    static ImportReading of(List<SheetFile.Table> tables, Terms terms) {
        List<Line> lines = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        int read = 0;
        for (SheetFile.Table sheet : tables) {
            SheetFile.Line heading = sheet.lines().getFirst();
            ImportTable.Recognised recognised = ImportTable.of(heading.cells());
            recognised.problems().forEach(it -> wrong.add(new Wrong(sheet.name(), heading.number(), "", it)));
            ImportTable table = recognised.table();
            if (table == null) {
                continue;
            }
            for (SheetFile.Line line : sheet.lines().subList(1, sheet.lines().size())) {
                read++;
                List<Wrong> here = new ArrayList<>();
                Line taken = new RowReading(sheet.name(), line, table, terms, here).read();
                if (taken != null && here.isEmpty()) {
                    lines.add(taken);
                }
                wrong.addAll(here);
            }
        }
        return new ImportReading(lines, wrong, read);
    }

    /** One row, read cell by cell. */
    private record RowReading(String sheet, SheetFile.Line line, ImportTable table, Terms terms, List<Wrong> wrong) {

        @Nullable
        Line read() {
            Map<String, String> common = new HashMap<>();
            Map<FactField, String> typed = new EnumMap<>(FactField.class);
            Map<String, String> item = new HashMap<>();
            for (int i = 0; i < table.columns().size() && i < line.cells().size(); i++) {
                String cell = line.cells().get(i);
                Column column = table.columns().get(i);
                if (column instanceof Column.Common it) {
                    common.put(it.heading(), cell);
                } else if (column instanceof Column.OfFact it) {
                    typed.put(it.field(), cell);
                } else if (column instanceof Column.OfItem it) {
                    if (LOST.matcher(cell).matches()) {
                        add(it.heading(), "看来被表格软件当成了数字，末几位已经丢失，现在是“" + cell + "”；请把这一列设为文本格式后重填。");
                    }
                    item.put(it.field(), dayOrWords(it.field(), cell));
                }
            }
            String code = code(common.getOrDefault(ImportTable.CODE, ""));
            Map<FactField, FactValue> facts = facts(typed);
            int year = year(common.getOrDefault(ImportTable.YEAR, ""), facts);
            LocalDate asOf = asOf(common.getOrDefault(ImportTable.AS_OF, ""));
            String evidence = evidence(common.getOrDefault(ImportTable.EVIDENCE, ""));
            ItemGroup group = table.group();
            ItemDraft draft = null;
            if (group != null) {
                List<ItemDraft.Wrong> bad = new ArrayList<>();
                draft = ItemDraft.read(group, field -> item.getOrDefault(field, ""), bad);
                bad.forEach(it -> add("", it.message()));
            }
            return new Line(sheet, line.number(), code, year, facts, draft, asOf, evidence);
        }

        private String code(String cell) {
            return CreditCode.typed(FactReader.normal(cell))
                    .map(CreditCode::value)
                    .orElseGet(() -> {
                        add(
                                ImportTable.CODE,
                                cell.matches("[0-9]{15,}|.*[eE]\\+.*")
                                        ? "须为 18 位且校验码正确；看来被表格软件当成了数字，请把这一列设为文本格式后重填。"
                                        : "须为 18 位且校验码正确，现在是“" + FactText.shortened(cell, SHOWN) + "”。");
                        return "";
                    });
        }

        private Map<FactField, FactValue> facts(Map<FactField, String> typed) {
            Map<FactField, FactValue> facts = new EnumMap<>(FactField.class);
            typed.forEach((field, cell) -> {
                try {
                    FactValue value = FactReader.read(field, field.type() == FactType.DATE ? day(cell) : cell);
                    if (value.isKnown()) {
                        facts.put(field, value);
                    }
                } catch (IllegalArgumentException bad) {
                    add(field.heading(), String.valueOf(bad.getMessage()));
                }
            });
            FactsCheck.of(facts, terms.today()).forEach((field, message) -> add(field.heading(), message));
            return facts;
        }

        private int year(String cell, Map<FactField, FactValue> facts) {
            boolean yearly = facts.keySet().stream().anyMatch(FactField::isYearly);
            if (!yearly) {
                return 0;
            }
            try {
                String words = FactReader.normal(cell).replace("年", "");
                return (int) FactReader.count(
                        ImportTable.YEAR,
                        words,
                        FactsForm.FIRST_YEAR,
                        terms.today().getYear());
            } catch (IllegalArgumentException bad) {
                add(ImportTable.YEAR, String.valueOf(bad.getMessage()));
                return 0;
            }
        }

        private LocalDate asOf(String cell) {
            if (cell.isBlank()) {
                return terms.asOf();
            }
            try {
                LocalDate day = FactReader.day(ImportTable.AS_OF, day(cell));
                if (day.isAfter(terms.today())) {
                    add(ImportTable.AS_OF, "不能晚于今天 " + terms.today() + "，现在是 " + day + "。");
                }
                return day;
            } catch (IllegalArgumentException bad) {
                add(ImportTable.AS_OF, String.valueOf(bad.getMessage()));
                return terms.asOf();
            }
        }

        private String evidence(String cell) {
            if (cell.isBlank()) {
                return terms.evidence();
            }
            try {
                return FactReader.line(ImportTable.EVIDENCE, cell, 2, 300);
            } catch (IllegalArgumentException bad) {
                add(ImportTable.EVIDENCE, String.valueOf(bad.getMessage()));
                return "";
            }
        }

        private void add(String column, String message) {
            wrong.add(new Wrong(sheet, line.number(), column, message));
        }

        private static String dayOrWords(String field, String cell) {
            return field.endsWith("On") ? day(cell) : cell;
        }

        /** Spreadsheets keep a day as the number of days since the end of 1899. */
        private static String day(String cell) {
            String words = cell.strip();
            return DAY_NUMBER.matcher(words).matches()
                    ? SPREADSHEET_ZERO.plusDays(Long.parseLong(words)).toString()
                    : words;
        }
    }
}
