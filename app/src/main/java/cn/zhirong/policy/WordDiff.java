package cn.zhirong.policy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares two wordings: figures and Latin words as wholes, everything else by character. Single characters that happen to be
 * equal between two changes are told as changed too, since a reader wants words and not letters.
 */
final class WordDiff {
    private static final Pattern TOKEN = Pattern.compile("[0-9]+(?:[.,][0-9]+)*%?|[A-Za-z]+|\\X");
    /** An equal run up to this many characters between two changes is not worth interrupting them. */
    private static final int TOO_SHORT = 1;

    private WordDiff() {}

    /** What became of a piece. */
    public enum Fate {
        SAME,
        REMOVED,
        ADDED
    }

    /** A piece of the comparison, never empty. */
    public record Piece(Fate fate, String text) {}

    /** The same and removed pieces joined are {@code before}, the same and added ones {@code after}. */
    static List<Piece> between(String before, String after) {
        List<String> old = tokens(before);
        List<String> fresh = tokens(after);
        Pieces pieces = new Pieces();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int from = delta.getSource().getPosition();
            pieces.same(String.join("", old.subList(at, from)), !pieces.isEmpty());
            pieces.removed.append(String.join("", delta.getSource().getLines()));
            pieces.added.append(String.join("", delta.getTarget().getLines()));
            at = from + delta.getSource().size();
        }
        pieces.same(String.join("", old.subList(at, old.size())), false);
        return pieces.done();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** Collects what was removed and added until an equal run long enough ends it. */
    private static final class Pieces {
        private final List<Piece> all = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();

        boolean isEmpty() {
            return removed.isEmpty() && added.isEmpty();
        }

        void same(String text, boolean betweenChanges) {
            if (betweenChanges && text.length() <= TOO_SHORT) {
                removed.append(text);
                added.append(text);
                return;
            }
            flush();
            add(Fate.SAME, text);
        }

        List<Piece> done() {
            flush();
            return all;
        }

        private void flush() {
            add(Fate.REMOVED, removed.toString());
            add(Fate.ADDED, added.toString());
            removed.setLength(0);
            added.setLength(0);
        }

        private void add(Fate fate, String text) {
            if (!text.isEmpty()) {
                all.add(new Piece(fate, text));
            }
        }
    }
}
