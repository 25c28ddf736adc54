package cn.zhirong.document;

import java.util.List;

/** A piece of a document in reading order, as a reader found it: a line of text or a table. */
public sealed interface Block permits Block.Line, Block.Table {

    /** The page it stands on, from 1, or 0 where the format has no pages. */
    int page();

    /**
     * A paragraph, never containing a line break.
     *
     * @param text the words, trimmed, never empty
     * @param page its page
     * @param look how the source set it apart, a hint only
     */
    record Line(String text, int page, Look look) implements Block {}

    /**
     * A table with merged cells already filled into each cell they cover.
     *
     * @param caption the line above it that names it, or empty
     * @param unit the unit that holds for its figures ({@code 万元}), or empty
     * @param header heading cells of the columns; several heading rows are joined by a slash
     * @param rows the cells below, each row as long as the header
     * @param page its first page
     */
    record Table(String caption, String unit, List<String> header, List<List<String>> rows, int page) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** How the source set a line apart. */
    enum Look {
        /** Nothing known. */
        PLAIN,
        /** A heading by mark-up or style. */
        HEADING,
        /** Centred, as titles and document numbers are. */
        CENTRED
    }
}
