package cn.zhirong.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Cuts long text at the ends of sentences. */
final class Sentences {
    private static final String ENDS = "。!?;\uff01\uff1f\uff1b\n";
    private static final String CLOSING = "\u201d\u2019」』》〉】)\uff09\"'";

    private Sentences() {}

    /** The sentences with their end marks; joined they give the text again. */
    static List<String> of(String text) {
        var sentences = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ENDS.indexOf(text.charAt(i)) >= 0) {
                int end = i + 1;
                while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                sentences.add(text.substring(start, end));
                start = end;
                i = end - 1;
            }
        }
        if (start < text.length()) {
            sentences.add(text.substring(start));
        }
        return sentences;
    }

    /** Pieces of at most {@code limit} characters, cut at sentence ends where there are any; joined they give the text again. */
    static List<String> pack(String text, int limit) {
        if (text.length() <= limit) {
            return List.of(text);
        }
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        for (String sentence : of(text)) {
            if (piece.length() > 0 && piece.length() + sentence.length() > limit) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            int from = 0;
            while (sentence.length() - from > limit) {
                int to = from + limit;
                // A surrogate pair is never cut in two.
                to = Character.isHighSurrogate(sentence.charAt(to - 1)) ? to - 1 : to;
                pieces.add(sentence.substring(from, to));
                from = to;
            }
            piece.append(sentence, from, sentence.length());
        }
        if (piece.length() > 0) {
            pieces.add(piece.toString());
        }
        return pieces;
    }
}
