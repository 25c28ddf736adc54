package cn.zhirong.assistant;

import java.util.ArrayList;
import java.util.List;

/**
 * Some chars of a text.
 *
 * @param from the first
 * @param to the one after the last
 */
record Span(int from, int to) {
    private static final String SENTENCE_ENDS = "。！？!?；;\n";
    private static final String CLAUSE_ENDS = "，,：:";
    private static final String OPENING = "（(《〈“「【〔[";
    private static final String CLOSING = "）)》〉”」】〕]";

    String of(String text) {
        return text.substring(from, to);
    }

    int length() {
        return to - from;
    }

    /** Cuts a text after each sentence; an end inside brackets or quotation marks is none, a line break always is. */
    static List<Span> sentences(String text) {
        return cut(text, new Span(0, text.length()), SENTENCE_ENDS);
    }

    /** Cuts a sentence after each clause. */
    static List<Span> clauses(String text, Span sentence) {
        return cut(text, sentence, CLAUSE_ENDS + SENTENCE_ENDS);
    }

    private static List<Span> cut(String text, Span whole, String ends) {
        List<Span> pieces = new ArrayList<>();
        int start = whole.from;
        int depth = 0;
        for (int i = whole.from; i < whole.to; i++) {
            char symbol = text.charAt(i);
            if (OPENING.indexOf(symbol) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(symbol) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (symbol == '\n' || (depth == 0 && ends.indexOf(symbol) >= 0 && !isBetweenDigits(text, i))) {
                add(pieces, text, start, i + 1);
                start = i + 1;
                depth = 0;
            }
        }
        add(pieces, text, start, whole.to);
        return pieces;
    }

    /** 1,000 and 16:30 are not cut. */
    private static boolean isBetweenDigits(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && (text.charAt(i) == ',' || text.charAt(i) == ':')
                && Character.isDigit(text.charAt(i - 1))
                && Character.isDigit(text.charAt(i + 1));
    }

    private static void add(List<Span> pieces, String text, int from, int to) {
        Span piece = new Span(from, to).stripped(text);
        if (piece.length() > 0) {
            pieces.add(piece);
        }
    }

    private Span stripped(String text) {
        int first = from;
        int last = to;
        while (first < last && isBlank(text.charAt(first))) {
            first++;
        }
        while (last > first && isBlank(text.charAt(last - 1))) {
            last--;
        }
        return new Span(first, last);
    }

    private static boolean isBlank(char symbol) {
        return Character.isWhitespace(symbol) || symbol == '\u3000' || symbol == '\u00a0';
    }
}
