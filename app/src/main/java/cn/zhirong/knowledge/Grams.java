package cn.zhirong.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as units and runs of neighbouring units. A unit is one Chinese character, or one whole Latin word or number with its
 * per-cent sign; nothing is joined across punctuation. Character n-grams find more of what officials write than any word
 * segmenter did.
 */
final class Grams {
    private static final int LONGEST_UNIT = 40;

    private Grams() {}

    /** The runs of units between punctuation, of the first {@code limit} units. */
    static List<List<String>> runs(String text, int limit) {
        String normal = TextForm.normal(text);
        var runs = new ArrayList<List<String>>();
        var run = new ArrayList<String>();
        int count = 0;
        for (int i = 0; i < normal.length() && count < limit; ) {
            int c = normal.codePointAt(i);
            int end = i + Character.charCount(c);
            if (!Character.isLetterOrDigit(c)) {
                if (!run.isEmpty()) {
                    runs.add(List.copyOf(run));
                    run.clear();
                }
                i = end;
                continue;
            }
            if (!Character.isIdeographic(c)) {
                end = endOfWord(normal, i);
            }
            run.add(normal.substring(i, end));
            count++;
            i = end;
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    /** All runs of {@code size} neighbouring units, in reading order, repetitions kept. */
    static List<String> of(List<List<String>> runs, int size) {
        var grams = new ArrayList<String>();
        for (List<String> run : runs) {
            for (int i = 0; i + size <= run.size(); i++) {
                String gram = run.get(i);
                for (int unit = 1; unit < size; unit++) {
                    gram = gram.concat(run.get(i + unit));
                }
                grams.add(gram);
            }
        }
        return grams;
    }

    private static int endOfWord(String text, int start) {
        int i = start;
        while (i < text.length() && i - start < LONGEST_UNIT) {
            int c = text.codePointAt(i);
            boolean point = c == '.' && i > start && digitAt(text, i - 1) && digitAt(text, i + 1);
            if (!point && (!Character.isLetterOrDigit(c) || Character.isIdeographic(c))) {
                break;
            }
            i += Character.charCount(c);
        }
        return i < text.length() && text.charAt(i) == '%' && digitAt(text, i - 1) ? i + 1 : i;
    }

    private static boolean digitAt(String text, int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }
}
