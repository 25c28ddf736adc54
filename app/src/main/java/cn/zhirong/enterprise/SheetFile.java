package cn.zhirong.enterprise;

import cn.zhirong.kernel.Csv;
import cn.zhirong.web.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** An XLSX or CSV file as words in cells. What cannot be taken is refused at the field {@code file}, with the bound. */
public final class SheetFile {
    static final int MOST_BYTES = 5 << 20;
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 60;
    static final int LONGEST_CELL = 1_000;
    private static final String DAMAGED = "这个 XLSX 文件读不出来，可能已损坏。请用表格软件打开后重新保存。";
    private static final int MOST_SHEETS = 20;

    /** Longer than any number that a spreadsheet writes. */
    private static final int LONGEST_NUMBER = 40;

    /** What a spreadsheet writes into a format without meaning it. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");

    /** As many digits as a spreadsheet knows of a number: what stands behind them is an error of its arithmetic. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private SheetFile() {}

    /** One sheet with all its rows; {@code number} of a row is what the spreadsheet shows. */
    public record Table(String name, List<Line> lines) {
        public Table {
            lines = List.copyOf(lines);
        }
    }

    /** A row that holds anything. */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The sheets that hold anything; what cannot be taken is refused. */
    public static List<Table> read(byte[] file) {
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw refused("请选择不超过 " + (MOST_BYTES >> 20) + " MB 的 XLSX 或 CSV 表格。");
        }
        if (begins(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused("这是旧版 .xls 表格或加密的表格。请另存为不加密的 .xlsx 后再导入。");
        }
        List<Table> tables = begins(file, 'P', 'K', 3, 4) ? workbook(file) : List.of(new Table("", csv(file)));
        long rows = tables.stream().mapToLong(table -> table.lines().size()).sum();
        if (rows > MOST_ROWS) {
            throw refused("表格有 " + rows + " 行，一次最多 " + MOST_ROWS + " 行，请分成几个文件。");
        }
        for (Table table : tables) {
            for (Line line : table.lines()) {
                if (line.cells().size() > MOST_COLUMNS) {
                    throw refused(at(table, line) + "有 " + line.cells().size() + " 列，最多 " + MOST_COLUMNS + " 列。");
                }
                if (line.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
                    throw refused(at(table, line) + "有一格超过 " + LONGEST_CELL + " 个字。");
                }
            }
        }
        return tables.stream().filter(table -> !table.lines().isEmpty()).toList();
    }

    private static List<Line> csv(byte[] file) {
        String text = decoded(file);
        if (text.indexOf('\0') >= 0) {
            throw refused("这个文件不是 XLSX，也不是 UTF-8 或 GB 18030 编码的 CSV。");
        }
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (List<String> row : Csv.readAll(text)) {
            Line line = new Line(++number, row);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<Table> workbook(byte[] file) {
        try {
            WorkbookBounds.check(file);
        } catch (IOException | IllegalArgumentException damaged) {
            throw refused(DAMAGED);
        }
        List<Table> tables = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS)) {
            List<Sheet> sheets = workbook.getSheets().limit(MOST_SHEETS).toList();
            int rows = 0;
            for (Sheet sheet : sheets) {
                Table table = new Table(sheet.getName(), lines(sheet, MOST_ROWS + 1 - rows));
                rows += table.lines().size();
                tables.add(table);
            }
            return tables;
        } catch (IOException | ExcelReaderException damaged) {
            throw refused(DAMAGED);
        } catch (RuntimeException foreign) {
            // The library answers broken parts with whatever breaks first.
            throw refused("这个 XLSX 文件的内容不合规范，读不出来。请用表格软件打开后重新保存。");
        }
    }

    private static List<Line> lines(Sheet sheet, int most) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.map(row -> new Line(row.getRowNum(), cells(row)))
                    .filter(line -> !line.isEmpty())
                    .limit(most)
                    .toList();
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS + 1); i++) {
            cells.add(row.getOptionalCell(i).map(SheetFile::words).orElse(""));
        }
        return cells;
    }

    private static String words(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            return number(raw == null ? "" : raw, isPercent(cell.getDataFormatString()));
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return "1".equals(raw) || "TRUE".equalsIgnoreCase(raw) ? "是" : "否";
        }
        String text = cell.getText();
        return text == null ? "" : text.strip();
    }

    /** Shown as 3.85% it is kept as 0.0385. */
    private static boolean isPercent(@Nullable String format) {
        return format != null && LITERAL.matcher(format).replaceAll("").contains("%");
    }

    /**
     * As it is shown. A number with more digits than a spreadsheet knows stays as it is written: a long code that was typed without
     * being words has lost its end there. A formula counts by what it gave when the file was saved; it is never computed here.
     */
    private static String number(String raw, boolean percent) {
        String words = raw.strip();
        if (words.length() > LONGEST_NUMBER) {
            return words;
        }
        try {
            BigDecimal number = new BigDecimal(words);
            // 1E999999999 is eleven characters here and a thousand million written out.
            if (Math.abs((long) number.scale()) > LONGEST_NUMBER
                    || (long) number.precision() - number.scale() > SHOWN.getPrecision()) {
                return words;
            }
            BigDecimal shown = number.round(SHOWN).movePointRight(percent ? 2 : 0);
            return (shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString()) + (percent ? "%" : "");
        } catch (NumberFormatException text) {
            return words;
        }
    }

    /** Spreadsheets here still write GB 18030. */
    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, Charset.forName("GB18030"));
        }
    }

    private static boolean begins(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String at(Table table, Line line) {
        return (table.name().isEmpty() ? "" : "工作表“" + table.name() + "”") + "第 " + line.number() + " 行";
    }

    private static Refusal refused(String message) {
        return Refusal.badField("file", message);
    }
}
