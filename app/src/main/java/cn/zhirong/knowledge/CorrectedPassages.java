package cn.zhirong.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Passages as officers corrected them. What is cited stays cut from the document's words, whatever is searched by. */
final class CorrectedPassages {
    private CorrectedPassages() {}

    /** A correction whose passage is no longer cut in these words changes nothing. */
    static List<Passage> of(List<Passage> cut, List<PassageCorrection> corrections) {
        if (corrections.isEmpty()) {
            return cut;
        }
        Map<String, PassageCorrection> byKey =
                corrections.stream().collect(Collectors.toMap(PassageCorrection::passageKey, Function.identity()));
        var corrected = new ArrayList<Passage>();
        for (Passage passage : cut) {
            PassageCorrection correction = byKey.get(PassageCorrection.key(passage));
            if (correction == null) {
                corrected.add(passage.with(passage.id(), passage.text(), passage.searchText(), corrected.size()));
            } else if (!correction.switchedOff()) {
                corrected.addAll(pieces(passage, correction.pieces(), corrected.size()));
            }
        }
        return List.copyOf(corrected);
    }

    private static List<Passage> pieces(Passage passage, List<PassageCorrection.Piece> pieces, int position) {
        var parts = new ArrayList<Passage>();
        for (int i = 0; i < pieces.size(); i++) {
            String text = text(passage.text(), pieces, i);
            String words = pieces.get(i).searchText();
            parts.add(passage.with(
                    pieces.size() == 1 ? passage.id() : Passages.digest(passage.id() + "\u0000" + i),
                    text,
                    words.isBlank() ? text : words,
                    position + i));
        }
        return parts;
    }

    /** The document's words of a piece. */
    static String text(String whole, List<PassageCorrection.Piece> pieces, int index) {
        int end = index + 1 < pieces.size() ? pieces.get(index + 1).from() : whole.length();
        return whole.substring(pieces.get(index).from(), end).strip();
    }
}
