package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The papers that a file holds, one after the other: what stands before the text, the text or the covering letter, the paper
 * it encloses, the annexes.
 *
 * @param head title, number, dates and what a page put around them
 * @param title the paper's own title, or null
 */
record Layout(List<Piece> head, Titles.@Nullable Found title, List<Region> regions) {

    /** What a stretch of pieces is. */
    enum RegionKind {
        MAIN,
        /** A letter whose only matter is another paper. */
        COVER,
        ENCLOSED,
        ANNEX
    }

    /** What a piece is in its region. */
    enum Role {
        BODY,
        EPIGRAPH,
        ADDRESSEE,
        ATTACHMENTS,
        SIGNATURE,
        NOTE
    }

    /** A piece in its role. */
    record Part(Role role, Piece piece) {}

    /**
     * One paper.
     *
     * @param number as printed after 附件, or empty
     * @param title its title, or empty
     * @param opening the first line of its title, null for the main text
     * @param isPlain whether its provisions are cited without naming the region
     */
    record Region(
            RegionKind kind,
            String number,
            String title,
            @Nullable Piece opening,
            List<Part> parts,
            @Nullable SignatureBlock signature,
            boolean isPlain) {

        /** The words of its lines in a role. */
        List<String> lines(Role role) {
            return parts.stream()
                    .filter(part -> part.role() == role && !part.piece().isTable())
                    .map(part -> part.piece().text())
                    .toList();
        }
    }

    static Layout of(List<Piece> allPieces, Optional<String> hintedTitle) {
        List<Piece> pieces = ContentsList.removed(allPieces);
        Head head = Head.of(pieces, hintedTitle);
        Regions regions = new Regions(pieces, head);
        return new Layout(pieces.subList(0, head.end()), head.title(), regions.divide());
    }

    /** All lines, of all regions, that belong to the text rather than to its frame. */
    List<String> bodyLines() {
        List<String> lines = new ArrayList<>();
        regions.forEach(region -> lines.addAll(region.lines(Role.BODY)));
        return lines;
    }
}
