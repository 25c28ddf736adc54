package cn.zhirong.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of a text after a person's corrections, each still under a key that the next correction may name. */
record CorrectedBlocks(List<Piece> pieces, List<ImportNotice> notices) {

    /**
     * A block and what a person said of it.
     *
     * @param rank the rank a person gave it, or null when the parser decides
     * @param label the number a person gave it, empty without
     */
    record Piece(Block block, BlockKey key, @Nullable ProvisionKind rank, String label) {
        /** The words of a line; empty for a table. */
        String text() {
            return block instanceof Block.Line line ? line.text().strip() : "";
        }

        boolean isTable() {
            return block instanceof Block.Table;
        }
    }

    static CorrectedBlocks of(List<Block> blocks, List<Correction> corrections) {
        BlockKeys keys = new BlockKeys();
        List<Piece> pieces = new ArrayList<>();
        for (Block block : blocks) {
            pieces.add(new Piece(block, keys.next(block), null, ""));
        }
        List<ImportNotice> notices = new ArrayList<>();
        for (Correction correction : corrections) {
            int at = indexOf(pieces, correction.at());
            if (at < 0 || !apply(correction, at, pieces, keys)) {
                notices.add(lost(correction));
            }
        }
        pieces.removeIf(piece -> !piece.isTable() && Words.compact(piece.text()).isEmpty());
        return new CorrectedBlocks(List.copyOf(pieces), List.copyOf(notices));
    }

    private static int indexOf(List<Piece> pieces, BlockKey key) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** False when the line is there but cannot be changed so: an offset past its end, nothing before it to join to. */
    private static boolean apply(Correction correction, int at, List<Piece> pieces, BlockKeys keys) {
        Piece piece = pieces.get(at);
        switch (correction) {
            case Correction.Drop drop -> pieces.remove(at);
            case Correction.Renumber renumber ->
                pieces.set(at, new Piece(piece.block(), piece.key(), renumber.kind(), renumber.label()));
            case Correction.Split split -> {
                if (!(piece.block() instanceof Block.Line line)
                        || split.offset() <= 0
                        || split.offset() >= line.text().length()) {
                    return false;
                }
                pieces.set(at, piece(line, line.text().substring(0, split.offset()), keys));
                pieces.add(at + 1, piece(line, line.text().substring(split.offset()), keys));
            }
            case Correction.Join join -> {
                if (at == 0
                        || !(piece.block() instanceof Block.Line line)
                        || !(pieces.get(at - 1).block() instanceof Block.Line before)) {
                    return false;
                }
                Piece joined = piece(before, before.text() + line.text(), keys);
                Piece first = pieces.get(at - 1);
                pieces.set(at - 1, new Piece(joined.block(), joined.key(), first.rank(), first.label()));
                pieces.remove(at);
            }
        }
        return true;
    }

    private static Piece piece(Block.Line from, String words, BlockKeys keys) {
        Block.Line line = new Block.Line(words.strip(), from.page(), from.look());
        return new Piece(line, keys.next(line), null, "");
    }

    private static ImportNotice lost(Correction correction) {
        String what = switch (correction) {
            case Correction.Split split -> "拆分";
            case Correction.Join join -> "合并";
            case Correction.Renumber renumber -> "改编号";
            case Correction.Drop drop -> "删除";
        };
        return new ImportNotice(
                ImportNotice.Severity.WARNING,
                "correction-lost",
                "一处人工更正（" + what + "）所指的行在本次导入的文本中已找不到，未作更正，请重新核对。行标识：" + correction.at());
    }
}
