package cn.zhirong.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables as spreadsheets exchange them: RFC 4180, with a byte order mark so that Chinese is read as such. */
public final class Csv {
    private static final String MARK = "\ufeff";
    private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    private Csv() {}

    /** What a spreadsheet would take for a formula is written as text. */
    public static String write(List<List<String>> rows) {
        return MARK
                + rows.stream()
                        .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                        .collect(Collectors.joining());
    }

    /** The rows that hold anything; an unclosed quotation ends with the text. */
    public static List<List<String>> read(String text) {
        return readAll(text).stream()
                .filter(row -> row.stream().anyMatch(it -> !it.isEmpty()))
                .toList();
    }

    /** All rows, so that the first is what a spreadsheet shows as row 1; empty ones too. */
    public static List<List<String>> readAll(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        String words = text.startsWith(MARK) ? text.substring(1) : text;
        for (int i = 0; i <= words.length(); i++) {
            char c = i == words.length() ? '\n' : words.charAt(i);
            if (quoted && i < words.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < words.length() && words.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(bare(cell.toString()));
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    /** A plain number below zero is no formula: a column of differences can be summed. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty()
                && "=+-@\t".indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String bare(String cell) {
        String words = cell.strip();
        return words.length() > 1 && words.charAt(0) == '\'' && "=+-@".indexOf(words.charAt(1)) >= 0
                ? words.substring(1)
                : words;
    }
}
