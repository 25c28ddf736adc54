package cn.zhirong.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The rows of a table as provisions that can be read by themselves. */
final class TableRows {
    private TableRows() {}

    /** One node per row: {@code 标题(单位:万元) 表头:值;表头:值}. A table of a single heading row yields that row. */
    static List<Node> of(Block.Table table, String source) {
        List<Node> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            add(rows, prefix(table) + cells(table.header(), row), source);
        }
        if (rows.isEmpty() && !table.header().isEmpty()) {
            add(rows, prefix(table) + cells(List.of(), table.header()), source);
        }
        return rows;
    }

    private static void add(List<Node> rows, String text, String source) {
        Node node = new Node(ProvisionKind.TABLE_ROW, Node.PARAGRAPH_RANK, "", rows.size() + 1, 0, source);
        node.text = text.strip();
        rows.add(node);
    }

    private static String prefix(Block.Table table) {
        boolean saysUnit = table.unit().isBlank() || table.caption().contains(table.unit());
        String unit = saysUnit ? "" : "(单位:" + table.unit().strip() + ")";
        String prefix = table.caption().strip() + unit;
        return prefix.isEmpty() ? "" : prefix + " ";
    }

    private static String cells(List<String> header, List<String> row) {
        // A row merged over its whole width is a heading within the table: its words once are enough.
        if (row.size() > 1 && new HashSet<>(row).size() == 1) {
            return row.getFirst().strip();
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String name = i < header.size() ? header.get(i).strip() : "";
            String cell = row.get(i).strip();
            String written = name.isEmpty() ? cell : name + ":" + cell;
            if (!cell.isEmpty() && (cells.isEmpty() || !cells.getLast().equals(written))) {
                cells.add(written);
            }
        }
        return String.join(";", cells);
    }
}
