package cn.zhirong.document;

import java.util.List;
import java.util.Optional;

/** The lines of a text as they stand after corrections, for whoever wants to make the next one. */
public final class CorrectableLines {
    private final CorrectedBlocks blocks;

    private CorrectableLines(CorrectedBlocks blocks) {
        this.blocks = blocks;
    }

    /** Applies {@code corrections} to the text, exactly as a parser does before it looks at it. */
    public static CorrectableLines of(DocumentText text, List<Correction> corrections) {
        return new CorrectableLines(CorrectedBlocks.of(text.blocks(), corrections));
    }

    /** The words of the line, number and heading included; offsets of a {@link Correction.Split} count in them. Empty for a table. */
    public Optional<String> words(BlockKey at) {
        return blocks.pieces().stream()
                .filter(piece -> piece.key().equals(at))
                .map(CorrectedBlocks.Piece::block)
                .filter(Block.Line.class::isInstance)
                .map(block -> ((Block.Line) block).text())
                .findFirst();
    }
}
