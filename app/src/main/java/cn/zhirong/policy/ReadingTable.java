package cn.zhirong.policy;

import java.util.List;

/**
 * Rows of a document that belong together, as a table again.
 *
 * @param caption what stands above it, unit included, or empty
 * @param columns the heading cells; empty where the rows could not be told apart into columns
 * @param rows as many cells as there are columns, or one cell with the whole row
 */
public record ReadingTable(String caption, List<String> columns, List<Row> rows) {
    public ReadingTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row, which is a provision of its own. */
    public record Row(String anchor, String path, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A cell under its column. */
    public record Cell(String column, List<TextPiece> pieces) {
        public Cell {
            pieces = List.copyOf(pieces);
        }
    }
}
