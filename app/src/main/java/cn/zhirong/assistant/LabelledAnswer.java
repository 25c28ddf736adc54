package cn.zhirong.assistant;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Compares what was said with the words that somebody labelled as the answer; width, case, punctuation and spaces aside. */
final class LabelledAnswer {
    private LabelledAnswer() {}

    static boolean isContained(String label, String said) {
        return bare(said).contains(bare(label));
    }

    /** Harmonic mean of precision and recall over characters, each as often as it stands. */
    static double f1(String label, String said) {
        Map<Integer, Integer> wanted = counts(label);
        Map<Integer, Integer> found = counts(said);
        int shared = 0;
        for (Map.Entry<Integer, Integer> each : wanted.entrySet()) {
            shared += Math.min(each.getValue(), found.getOrDefault(each.getKey(), 0));
        }
        int all = sum(wanted) + sum(found);
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static Map<Integer, Integer> counts(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        bare(text).codePoints().forEach(point -> counts.merge(point, 1, Integer::sum));
        return counts;
    }

    private static int sum(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
