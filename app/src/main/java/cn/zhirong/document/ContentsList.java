package cn.zhirong.document;

import cn.zhirong.document.CorrectedBlocks.Piece;
import java.util.ArrayList;
import java.util.List;

/** The table of contents of a paper, which repeats its headings and must not become provisions. */
final class ContentsList {
    private static final int MOST_LINES = 400;

    private ContentsList() {}

    /** The pieces without any table of contents. */
    static List<Piece> removed(List<Piece> pieces) {
        List<Piece> kept = new ArrayList<>();
        int i = 0;
        while (i < pieces.size()) {
            int end = endOfContents(pieces, i);
            if (end == i) {
                kept.add(pieces.get(i));
                i++;
            } else {
                i = end;
            }
        }
        return List.copyOf(kept);
    }

    private static int endOfContents(List<Piece> pieces, int at) {
        String line = Words.compact(pieces.get(at).text());
        if (line.equals("目录") || line.equals("目次")) {
            return at + 1 < pieces.size() ? past(pieces, at + 1, true) : at + 1;
        }
        // Without the word 目录: a first chapter that comes again, with nothing but headings between.
        boolean firstChapter = line.matches("第一(?:编|章).{0,30}");
        return firstChapter ? past(pieces, at, false) : at;
    }

    private static int past(List<Piece> pieces, int first, boolean announced) {
        String entry = entry(pieces.get(first));
        int i = first + 1;
        while (i < pieces.size() && i - first < MOST_LINES && isEntry(pieces.get(i))) {
            if (!entry.isEmpty() && entry(pieces.get(i)).equals(entry)) {
                return i;
            }
            i++;
        }
        if (!announced) {
            return first;
        }
        // Its headings differ from those of the text: leave out what looks like a chapter, up to the first thing that
        // does not.
        int end = first;
        while (end < i && isChapter(pieces.get(end)) && hasPageNumber(pieces.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isChapter(Piece piece) {
        return LineMark.of(piece.text())
                .filter(mark -> mark.style().compareTo(LineMark.Style.SECTION) <= 0)
                .isPresent();
    }

    private static boolean isEntry(Piece piece) {
        String line = piece.text();
        boolean article = LineMark.of(line)
                .filter(mark ->
                        mark.style() == LineMark.Style.ARTICLE && mark.rest().length() > 30)
                .isPresent();
        return !piece.isTable() && line.length() <= 80 && !Words.endsSentence(line) && !article;
    }

    private static boolean hasPageNumber(Piece piece) {
        return Words.fold(piece.text()).matches(".*(?:[.…·—\\s])[-\\s]*[0-9]{1,4}[-\\s]*$");
    }

    /** An entry's words without leaders and page number. */
    private static String entry(Piece piece) {
        return Words.compact(Words.fold(piece.text()).replaceAll("[.…·—\\-\\s(]*[0-9]{1,4}[)\\s-]*$", ""));
    }
}
