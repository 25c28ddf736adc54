package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts rows that were cut apart for citing back into a table. A row reads {@code 标题 表头：值；表头：值}, and a cell that was empty
 * is left out of it.
 */
final class TableLayout {
    private static final String COLON = "[:：]";
    private static final String SEMICOLON = "[;；]";
    private static final int MOST_COLUMNS = 12;

    private final RunningText running;

    TableLayout(RunningText running) {
        this.running = running;
    }

    ReadingTable of(List<Provision> rows) {
        String caption = caption(rows);
        List<Map<String, String>> cells =
                rows.stream().map(row -> cells(words(row, caption))).toList();
        Set<String> columns = new LinkedHashSet<>();
        cells.forEach(row -> columns.addAll(row.keySet()));
        boolean regular = !columns.contains("")
                && columns.size() > 1
                && columns.size() <= MOST_COLUMNS
                && cells.stream().allMatch(row -> row.size() * 2 >= columns.size());
        return regular ? table(caption, List.copyOf(columns), rows, cells) : list(caption, rows);
    }

    private ReadingTable table(
            String caption, List<String> columns, List<Provision> rows, List<Map<String, String>> cells) {
        List<ReadingTable.Row> made = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> values = cells.get(i);
            made.add(row(
                    rows.get(i),
                    columns.stream()
                            .map(column -> new ReadingTable.Cell(column, pieces(values.getOrDefault(column, ""))))
                            .toList()));
        }
        return new ReadingTable(caption, columns, made);
    }

    private ReadingTable list(String caption, List<Provision> rows) {
        return new ReadingTable(
                caption,
                List.of(),
                rows.stream()
                        .map(row -> row(row, List.of(new ReadingTable.Cell("", pieces(words(row, caption))))))
                        .toList());
    }

    private static ReadingTable.Row row(Provision row, List<ReadingTable.Cell> cells) {
        return new ReadingTable.Row(row.anchor(), row.path(), cells);
    }

    private List<TextPiece> pieces(String text) {
        return running.paragraphs(text).stream().flatMap(List::stream).toList();
    }

    private static String words(Provision row, String caption) {
        return row.text().strip().substring(caption.length()).strip();
    }

    /** What all rows begin with, up to the white space before the first heading cell. */
    private static String caption(List<Provision> rows) {
        String common = rows.getFirst().text().strip();
        for (Provision row : rows) {
            String text = row.text().strip();
            int same = 0;
            while (same < Math.min(common.length(), text.length()) && common.charAt(same) == text.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        String head = common.split(COLON + "(?![^(（]*[)）])", 2)[0];
        int space = head.lastIndexOf(' ');
        return space < 0 ? "" : head.substring(0, space);
    }

    /** Heading to value, in order; a part without heading continues the value before it, or stands under an empty heading. */
    private static Map<String, String> cells(String words) {
        Map<String, String> cells = new LinkedHashMap<>();
        String last = "";
        for (String part : words.split(SEMICOLON)) {
            String[] halves = part.split(COLON, 2);
            if (halves.length == 2 && !cells.containsKey(halves[0].strip())) {
                last = halves[0].strip();
                cells.put(last, halves[1].strip());
            } else {
                cells.merge(last, part.strip(), (before, more) -> before + "；" + more);
            }
        }
        return cells;
    }
}
