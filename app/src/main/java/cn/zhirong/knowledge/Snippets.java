package cn.zhirong.knowledge;

import cn.zhirong.knowledge.PassageHit.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The part of a text that shows best why it was found, with the matching runs of characters marked. */
final class Snippets {
    static final int LONGEST = 120;

    private Snippets() {}

    /**
     * At most {@link #LONGEST} characters of the text, cut into marked and unmarked pieces; joined they stand in the text as
     * they are.
     *
     * @param marks grams in normal form
     */
    static List<Snippet> of(String text, Set<String> marks) {
        boolean[] marked = marked(text, marks);
        int start = start(text, marked);
        int end = Math.min(text.length(), start + LONGEST);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        var pieces = new ArrayList<Snippet>();
        for (int from = start; from < end; ) {
            int to = from + 1;
            while (to < end && marked[to] == marked[from]) {
                to++;
            }
            pieces.add(new Snippet(text.substring(from, to), marked[from]));
            from = to;
        }
        return pieces;
    }

    private static boolean[] marked(String text, Set<String> marks) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(TextForm.normal(text.charAt(i)));
        }
        var marked = new boolean[text.length()];
        for (String mark : marks) {
            for (int at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + 1)) {
                java.util.Arrays.fill(marked, at, at + mark.length(), true);
            }
        }
        return marked;
    }

    /** Where the window with most marks begins; of equal ones the first, moved back to the beginning of its sentence if near. */
    private static int start(String text, boolean[] marked) {
        if (text.length() <= LONGEST) {
            return 0;
        }
        int inside = 0;
        int best = -1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            inside += marked[i] ? 1 : 0;
            inside -= i >= LONGEST && marked[i - LONGEST] ? 1 : 0;
            if (i >= LONGEST - 1 && inside > best) {
                best = inside;
                start = i - LONGEST + 1;
            }
        }
        int first = start;
        while (first < text.length() && !marked[first]) {
            first++;
        }
        if (first == text.length()) {
            return 0;
        }
        // The window ends with its last mark: moved so that its first one stands near the front, after a sentence's
        // end.
        int front = Math.max(0, first - 20);
        for (int i = first; i > front; i--) {
            if ("。;!?\uff1b\uff01\uff1f\n".indexOf(text.charAt(i - 1)) >= 0) {
                front = i;
                break;
            }
        }
        front = Math.min(front, text.length() - LONGEST);
        return front > 0 && Character.isLowSurrogate(text.charAt(front)) ? front + 1 : front;
    }
}
