package cn.zhirong.document;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** How a reader process answers: one byte for text or refusal, then the fields in order, then an end mark. */
final class ReaderWire {
    private static final int TEXT = 'T';
    private static final int REFUSAL = 'R';
    private static final int LINE = 'l';
    private static final int TABLE = 't';
    private static final int END = 'E';

    private ReaderWire() {}

    static void refuse(UnreadableDocument refusal, DataOutputStream out) throws IOException {
        out.writeByte(REFUSAL);
        string(refusal.code(), out);
        string(String.valueOf(refusal.getMessage()), out);
    }

    static void write(DocumentText text, DataOutputStream out) throws IOException {
        out.writeByte(TEXT);
        string(text.format().name(), out);
        out.writeInt(text.pages());
        out.writeInt(text.blocks().size());
        for (var block : text.blocks()) {
            block(block, out);
        }
        out.writeInt(text.hints().size());
        for (var hint : text.hints().entrySet()) {
            string(hint.getKey(), out);
            string(hint.getValue(), out);
        }
        out.writeInt(text.notices().size());
        for (var notice : text.notices()) {
            string(notice.severity().name(), out);
            string(notice.code(), out);
            string(notice.message(), out);
        }
        out.writeByte(END);
    }

    static DocumentText read(DataInputStream in) throws IOException, UnreadableDocument {
        int kind = in.readByte();
        if (kind == REFUSAL) {
            throw new UnreadableDocument(string(in), string(in));
        }
        if (kind != TEXT) {
            throw new IOException("not an answer: " + kind);
        }
        var format = SourceFormat.valueOf(string(in));
        int pages = in.readInt();
        var blocks = new ArrayList<Block>();
        for (int i = in.readInt(); i > 0; i--) {
            blocks.add(block(in));
        }
        var hints = new HashMap<String, String>();
        for (int i = in.readInt(); i > 0; i--) {
            hints.put(string(in), string(in));
        }
        var notices = new ArrayList<ImportNotice>();
        for (int i = in.readInt(); i > 0; i--) {
            notices.add(new ImportNotice(ImportNotice.Severity.valueOf(string(in)), string(in), string(in)));
        }
        if (in.readByte() != END) {
            throw new IOException("the answer is cut off");
        }
        return new DocumentText(format, blocks, hints, pages, notices);
    }

    private static void block(Block block, DataOutputStream out) throws IOException {
        switch (block) {
            case Block.Line line -> {
                out.writeByte(LINE);
                out.writeInt(line.page());
                out.writeByte(line.look().ordinal());
                string(line.text(), out);
            }
            case Block.Table table -> {
                out.writeByte(TABLE);
                out.writeInt(table.page());
                string(table.caption(), out);
                string(table.unit(), out);
                strings(table.header(), out);
                out.writeInt(table.rows().size());
                for (var row : table.rows()) {
                    strings(row, out);
                }
            }
        }
    }

    private static Block block(DataInputStream in) throws IOException {
        int kind = in.readByte();
        int page = in.readInt();
        if (kind == LINE) {
            var look = Block.Look.values()[in.readByte()];
            return new Block.Line(string(in), page, look);
        }
        String caption = string(in);
        String unit = string(in);
        var header = strings(in);
        var rows = new ArrayList<List<String>>();
        for (int i = in.readInt(); i > 0; i--) {
            rows.add(strings(in));
        }
        return new Block.Table(caption, unit, header, rows, page);
    }

    private static void strings(List<String> strings, DataOutputStream out) throws IOException {
        out.writeInt(strings.size());
        for (var one : strings) {
            string(one, out);
        }
    }

    private static List<String> strings(DataInputStream in) throws IOException {
        var strings = new ArrayList<String>();
        for (int i = in.readInt(); i > 0; i--) {
            strings.add(string(in));
        }
        return strings;
    }

    private static void string(String string, DataOutputStream out) throws IOException {
        byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String string(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException("the answer is cut off");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
