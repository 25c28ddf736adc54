package cn.zhirong.document;

import cn.zhirong.document.Block.Look;
import cn.zhirong.document.Notices.Unseen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** Walks the body of a Word document. Deleted and moved-away text of tracked changes is left out, inserted text is in. */
final class DocxBody {
    private static final int TABLES = 6;

    private final SafeXml xml;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final Notices notices;
    private boolean pictures;

    /** A paragraph while it is read. */
    private static final class Paragraph {
        private final StringBuilder text = new StringBuilder();
        private final List<Block> lines = new ArrayList<>();
        private final List<Block> boxes = new ArrayList<>();
        private final boolean shaded;
        private DocxLook look = DocxLook.NOTHING;
        private String style = "";
        private boolean numbered;

        Paragraph(boolean shaded) {
            this.shaded = shaded;
        }
    }

    /** A cell: what it holds, the columns it spans, and whether it continues the one above. */
    private record Cell(List<Block> blocks, int span, boolean continues) {
        String text() {
            return String.join(
                    " ",
                    blocks.stream()
                            .filter(Block.Line.class::isInstance)
                            .map(b -> ((Block.Line) b).text())
                            .toList());
        }
    }

    private record Row(List<Cell> cells, boolean heading) {}

    DocxBody(SafeXml xml, DocxStyles styles, DocxNumbering numbering, Notices notices) {
        this.xml = xml;
        this.styles = styles;
        this.numbering = numbering;
        this.notices = notices;
    }

    List<Block> read() throws IOException, UnreadableDocument {
        if (xml.next() != XMLStreamConstants.START_ELEMENT || !xml.name().equals("document")) {
            throw foreign();
        }
        return content(0, false);
    }

    boolean hasPictures() {
        return pictures;
    }

    /** Paragraphs and tables up to the end of the element that is open. */
    private List<Block> content(int tables, boolean shaded) throws IOException, UnreadableDocument {
        var blocks = new ArrayList<Block>();
        int depth = xml.depth();
        while (xml.within(depth)) {
            if (xml.started()) {
                switch (xml.name()) {
                    case "p" -> paragraph(blocks, shaded);
                    case "tbl" -> table(blocks, tables + 1);
                    case "altChunk" -> throw foreign();
                    case "del", "moveFrom", "Fallback", "sectPr", "tcPr", "sdtPr" -> xml.skip();
                    default -> {}
                }
            }
        }
        return blocks;
    }

    private void paragraph(List<Block> blocks, boolean shaded) throws IOException, UnreadableDocument {
        var paragraph = new Paragraph(shaded);
        int depth = xml.depth();
        while (xml.within(depth)) {
            if (xml.started()) {
                switch (xml.name()) {
                    case "pPr" -> paragraphLook(paragraph);
                    case "r" -> run(paragraph);
                    case "del", "moveFrom", "Fallback" -> xml.skip();
                    default -> {}
                }
            }
        }
        endLine(paragraph);
        if (!styles.isContents(paragraph.style)) {
            blocks.addAll(paragraph.lines);
        }
        blocks.addAll(paragraph.boxes);
    }

    private void paragraphLook(Paragraph paragraph) throws IOException, UnreadableDocument {
        int depth = xml.depth();
        var own = DocxLook.NOTHING;
        while (xml.within(depth)) {
            if (xml.started()) {
                switch (xml.name()) {
                    case "pStyle" -> paragraph.style = xml.attribute("val", paragraph.style);
                    // The first concerns the mark at the paragraph's end, the others what it was before a change.
                    case "rPr", "pPrChange", "sectPr" -> xml.skip();
                    default -> own = own.with(xml);
                }
            }
        }
        paragraph.look = own.over(styles.look(paragraph.style));
    }

    private void run(Paragraph paragraph) throws IOException, UnreadableDocument {
        int depth = xml.depth();
        var look = paragraph.look;
        while (xml.within(depth)) {
            if (xml.isText() && xml.name().equals("t")) {
                words(xml.text(), look, paragraph);
            } else if (xml.started()) {
                switch (xml.name()) {
                    case "rPr" -> look = runLook(paragraph.look);
                    case "tab", "ptab" -> paragraph.text.append(' ');
                    case "noBreakHyphen" -> paragraph.text.append('-');
                    case "br", "cr" -> endLine(paragraph);
                    case "Fallback", "delText", "instrText" -> xml.skip();
                    case "txbxContent" -> paragraph.boxes.addAll(content(1, false));
                    case "blip", "imagedata" -> pictures = true;
                    default -> {}
                }
            }
        }
    }

    private DocxLook runLook(DocxLook below) throws IOException, UnreadableDocument {
        int depth = xml.depth();
        var own = DocxLook.NOTHING;
        var style = DocxLook.NOTHING;
        while (xml.within(depth)) {
            if (xml.started()) {
                switch (xml.name()) {
                    case "rPrChange" -> xml.skip();
                    case "rStyle" -> style = styles.look(xml.attribute("val", ""));
                    default -> own = own.with(xml);
                }
            }
        }
        return own.over(style).over(below);
    }

    private void words(String words, DocxLook look, Paragraph paragraph) {
        if (words.isBlank()) {
            paragraph.text.append(words);
        } else if (look.isHidden()) {
            notices.hidden(0, Unseen.INVISIBLE, words);
        } else if (look.isTiny()) {
            notices.hidden(0, Unseen.TINY, words);
        } else if (look.isWhite() && !paragraph.shaded) {
            notices.hidden(0, Unseen.WHITE, words);
        } else {
            paragraph.text.append(words);
        }
    }

    /** Ends a printed line; the automatic number stands before the first. */
    private void endLine(Paragraph paragraph) {
        String words = Words.clean(paragraph.text.toString());
        paragraph.text.setLength(0);
        if (words.isEmpty()) {
            return;
        }
        var look = paragraph.look;
        if (!paragraph.numbered && look.numbering() != null && look.numbering() > 0) {
            words = numbering.next(look.numbering(), look.level() == null ? 0 : look.level()) + words;
        }
        paragraph.numbered = true;
        var shown = styles.isHeading(paragraph.style)
                ? Look.HEADING
                : Boolean.TRUE.equals(look.centred()) ? Look.CENTRED : Look.PLAIN;
        paragraph.lines.add(new Block.Line(words, 0, shown));
    }

    private void table(List<Block> blocks, int tables) throws IOException, UnreadableDocument {
        if (tables > TABLES) {
            throw new IOException("tables nested too deep");
        }
        var rows = new ArrayList<Row>();
        int depth = xml.depth();
        while (xml.within(depth)) {
            if (xml.started() && xml.name().equals("tr")) {
                rows.add(row(tables));
            }
        }
        boolean layout = rows.stream()
                .flatMap(row -> row.cells.stream())
                .anyMatch(cell ->
                        cell.text().length() > 1500 || cell.blocks.stream().anyMatch(Block.Table.class::isInstance));
        if (layout || rows.size() < 2) {
            rows.forEach(row -> row.cells.forEach(cell -> blocks.addAll(cell.blocks)));
            return;
        }
        grid(rows).putAfter(blocks, 0);
    }

    private Row row(int tables) throws IOException, UnreadableDocument {
        var cells = new ArrayList<Cell>();
        boolean heading = false;
        int depth = xml.depth();
        while (xml.within(depth)) {
            if (xml.started()) {
                switch (xml.name()) {
                    case "tblHeader" -> heading = true;
                    case "gridBefore" -> cells.add(new Cell(List.of(), xml.number("val", 1), false));
                    case "tc" -> cells.add(cell(tables));
                    default -> {}
                }
            }
        }
        return new Row(cells, heading);
    }

    private Cell cell(int tables) throws IOException, UnreadableDocument {
        int span = 1;
        boolean continues = false;
        boolean shaded = false;
        int depth = xml.depth();
        var blocks = new ArrayList<Block>();
        while (xml.within(depth)) {
            if (xml.started()) {
                switch (xml.name()) {
                    case "gridSpan" -> span = xml.number("val", 1);
                    case "vMerge" ->
                        continues = !xml.attribute("val", "continue").equals("restart");
                    case "shd" -> shaded = DocxLook.isColour(xml.attribute("fill", "auto"));
                    case "p" -> paragraph(blocks, shaded);
                    case "tbl" -> table(blocks, tables + 1);
                    case "del", "moveFrom", "Fallback", "sdtPr" -> xml.skip();
                    default -> {}
                }
            }
        }
        return new Cell(blocks, span, continues);
    }

    private static TableGrid grid(List<Row> rows) {
        var grid = new TableGrid();
        for (int i = 0; i < rows.size(); i++) {
            var given = new ArrayList<TableGrid.Cell>();
            int column = 0;
            for (var cell : rows.get(i).cells) {
                if (!cell.continues) {
                    given.add(new TableGrid.Cell(cell.text(), cell.span, reach(rows, i, column)));
                }
                column += cell.span;
            }
            grid.add(given, rows.get(i).heading);
        }
        return grid;
    }

    /** How many rows a cell takes: those below whose cell in the same column continues it. */
    private static int reach(List<Row> rows, int row, int column) {
        int reach = 1;
        while (row + reach < rows.size() && continuesAt(rows.get(row + reach), column)) {
            reach++;
        }
        return reach;
    }

    private static boolean continuesAt(Row row, int column) {
        int at = 0;
        for (var cell : row.cells) {
            if (at == column) {
                return cell.continues;
            }
            at += cell.span;
        }
        return false;
    }

    private static UnreadableDocument foreign() {
        return new UnreadableDocument("type-mismatch", "Word 文档里嵌有其他格式的正文（如网页），内容与格式不符。请在 Word 中另存为新的 DOCX 后上传。");
    }
}
