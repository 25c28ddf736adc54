package cn.zhirong.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table while it is read: cells with spans go in, a {@link Block.Table} with every cell filled comes out. */
final class TableGrid {
    private static final int COLUMNS = 200;
    private static final int CELLS = 200_000;
    private static final Pattern UNIT =
            Pattern.compile("[（(【\\s]*(?:金额|计量|货币)?单位\\s*[:：]\\s*([^）)】]{1,20}?)\\s*[）)】]*");
    private static final Pattern UNIT_INSIDE = Pattern.compile("[（(]\\s*(?:金额|计量)?单位\\s*[:：]\\s*([^）)]{1,20})[）)]");
    private static final Pattern CAPTION =
            Pattern.compile("(?:附?表\\s*[0-9一二三四五六七八九十]+.{0,50}|.{2,50}(?:表|目录|清单|名单|明细))");

    private final List<List<String>> rows = new ArrayList<>();
    /** For each row, how many rows its cells reach down, this row included; 1 where nothing is merged. */
    private final List<Integer> reach = new ArrayList<>();

    private final List<Boolean> heading = new ArrayList<>();
    /** Rows in which one cell is as wide as the table. */
    private final List<Boolean> spanning = new ArrayList<>();

    private final List<Pending> pending = new ArrayList<>();
    private int cells;

    /** A cell as the source gives it. */
    record Cell(String text, int columns, int rows) {}

    private static final class Pending {
        private final String text;
        private int left;

        Pending(String text, int left) {
            this.text = text;
            this.left = left;
        }
    }

    /** Adds a row; cells reaching down from rows above are filled in. */
    void add(List<Cell> given, boolean isHeading) {
        var row = new ArrayList<String>();
        int down = 1;
        boolean wide = given.size() == 1 && given.getFirst().columns() > 1;
        var cellsLeft = given.iterator();
        while (row.size() < COLUMNS) {
            if (row.size() < pending.size() && pending.get(row.size()).left > 0) {
                var above = pending.get(row.size());
                above.left--;
                row.add(above.text);
            } else if (cellsLeft.hasNext()) {
                var cell = cellsLeft.next();
                down = Math.max(down, cell.rows());
                for (int i = 0; i < Math.clamp(cell.columns(), 1, COLUMNS - row.size()); i++) {
                    reserve(row.size(), cell);
                    row.add(cell.text());
                }
            } else {
                break;
            }
        }
        cells += row.size();
        if (!row.isEmpty() && cells <= CELLS) {
            rows.add(row);
            reach.add(down);
            heading.add(isHeading);
            spanning.add(wide);
        }
    }

    private void reserve(int column, Cell cell) {
        while (pending.size() <= column) {
            pending.add(new Pending("", 0));
        }
        pending.set(column, new Pending(cell.text(), Math.clamp(cell.rows(), 1, 10_000) - 1));
    }

    /**
     * Puts the table at the end of the blocks. A unit line right above moves into it and a caption right above is copied; a
     * table of one column becomes lines.
     */
    void putAfter(List<Block> blocks, int page) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        if (columns < 2) {
            rows.stream()
                    .map(List::getFirst)
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> blocks.add(new Block.Line(text, page, Block.Look.PLAIN)));
            return;
        }
        String unit = "";
        String caption = "";
        int first = 0;
        while (first < rows.size() - 1) {
            String text = String.join("", distinct(rows.get(first)));
            Matcher matcher = UNIT.matcher(text);
            if (!spanning.get(first) && !UNIT.matcher(text).matches()) {
                break;
            }
            first++;
            if (matcher.matches()) {
                unit = matcher.group(1);
            } else if (!text.isEmpty()) {
                caption = caption.isEmpty() ? text : caption + " " + text;
            }
        }
        if (unit.isEmpty() && !blocks.isEmpty() && blocks.getLast() instanceof Block.Line line) {
            Matcher matcher = UNIT.matcher(line.text());
            if (matcher.matches()) {
                unit = matcher.group(1);
                blocks.removeLast();
            }
        }
        if (caption.isEmpty()
                && !blocks.isEmpty()
                && blocks.getLast() instanceof Block.Line line
                && CAPTION.matcher(line.text()).matches()) {
            caption = line.text();
        }
        Matcher inside = UNIT_INSIDE.matcher(caption);
        if (unit.isEmpty() && inside.find()) {
            unit = inside.group(1).strip();
        }
        int headings = headings(first);
        var header = new ArrayList<String>();
        for (int column = 0; column < columns; column++) {
            var words = new LinkedHashSet<String>();
            for (int row = first; row < first + headings; row++) {
                words.add(cell(row, column));
            }
            words.remove("");
            header.add(String.join("/", words));
        }
        var body = new ArrayList<List<String>>();
        for (int row = first + headings; row < rows.size(); row++) {
            int from = row;
            body.add(IntStream.range(0, columns)
                    .mapToObj(column -> cell(from, column))
                    .toList());
        }
        blocks.add(new Block.Table(caption, unit, header, body, page));
    }

    /** Rows marked as heading; else the first row with as many below as its merged cells reach, never the last row. */
    private int headings(int first) {
        int marked = 0;
        while (first + marked < rows.size() && heading.get(first + marked)) {
            marked++;
        }
        int below = rows.size() - first - 1;
        return marked > 0 ? marked : Math.clamp(reach.get(first), 1, Math.clamp(below, 1, 4));
    }

    private String cell(int row, int column) {
        var cellsOfRow = rows.get(row);
        return column < cellsOfRow.size() ? cellsOfRow.get(column) : "";
    }

    private static List<String> distinct(List<String> row) {
        return row.stream().filter(text -> !text.isEmpty()).distinct().toList();
    }
}
