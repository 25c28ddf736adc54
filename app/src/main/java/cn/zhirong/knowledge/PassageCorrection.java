package cn.zhirong.knowledge;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What an officer changed about a passage. It holds in every version of the policy that has the same words at the same path.
 *
 * @param passageKey made of both, by {@link #key}
 * @param pieces in which it stands in the index, in order; the first begins at 0
 * @param switchedOff whether it is not found at all
 * @param reason why
 */
public record PassageCorrection(String passageKey, List<Piece> pieces, boolean switchedOff, String reason) {
    public PassageCorrection {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || pieces.getFirst().from() != 0) {
            throw new IllegalArgumentException("the first piece of a passage begins at 0: " + pieces);
        }
    }

    /** Names the words of a passage as it is cut, and their path. */
    static String key(Passage passage) {
        return Passages.digest(passage.path() + "\u0000" + passage.text());
    }

    /**
     * A part of the passage.
     *
     * @param from where it begins in the passage's text, in chars; it ends where the next begins
     * @param searchText the words by which it is found, or empty for its own
     */
    @Serdeable
    public record Piece(int from, String searchText) {}
}
