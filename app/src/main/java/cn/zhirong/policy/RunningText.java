package cn.zhirong.policy;

import java.util.ArrayList;
import java.util.List;

/** Cuts the words of a provision into paragraphs of pieces: linked where they name a document, marked where they were quoted. */
final class RunningText {
    /** Shorter quotations would mark words that stand everywhere. */
    static final int SHORTEST_QUOTE = 4;

    private final DocumentLinks links;
    private final String quote;

    /** @param quote the words the reader was sent here for, or empty; white space in them does not count */
    RunningText(DocumentLinks links, String quote) {
        this.links = links;
        this.quote = squeezed(quote);
    }

    /** One list of pieces per line; joined they are the line. */
    List<List<TextPiece>> paragraphs(String text) {
        boolean[] marked = marked(text);
        List<List<TextPiece>> paragraphs = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (!text.substring(from, to).isBlank()) {
                paragraphs.add(pieces(text, from, to, marked));
            }
            from = to + 1;
        }
        return paragraphs;
    }

    private List<TextPiece> pieces(String text, int from, int to, boolean[] marked) {
        String line = text.substring(from, to);
        String[] hrefs = new String[line.length()];
        for (DocumentLinks.Found found : links.in(line)) {
            java.util.Arrays.fill(hrefs, found.from(), found.to(), found.href());
        }
        List<TextPiece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= line.length(); i++) {
            if (i == line.length()
                    || !java.util.Objects.equals(hrefs[i], hrefs[start])
                    || marked[from + i] != marked[from + start]) {
                String href = hrefs[start] == null ? "" : hrefs[start];
                pieces.add(new TextPiece(line.substring(start, i), href, marked[from + start]));
                start = i;
            }
        }
        return pieces;
    }

    /** Marks the first place where the quoted words stand, comparing without white space. */
    private boolean[] marked(String text) {
        boolean[] marked = new boolean[text.length()];
        if (quote.length() < SHORTEST_QUOTE) {
            return marked;
        }
        int[] origin = new int[text.length()];
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                origin[squeezed.length()] = i;
                squeezed.append(text.charAt(i));
            }
        }
        int at = squeezed.indexOf(quote);
        if (at >= 0) {
            java.util.Arrays.fill(marked, origin[at], origin[at + quote.length() - 1] + 1, true);
        }
        return marked;
    }

    private static String squeezed(String words) {
        return words.chars()
                .filter(c -> !isSpace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || c == '\u3000' || c == '\u00a0';
    }
}
