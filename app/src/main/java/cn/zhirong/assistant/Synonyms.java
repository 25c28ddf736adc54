package cn.zhirong.assistant;

import java.util.ArrayList;
import java.util.List;

/** Words that stand for one another, from {@code synonyms.txt} beside this class. */
final class Synonyms {
    private static final List<List<String>> GROUPS = Words.lines("synonyms.txt");

    private Synonyms() {}

    /** A word of a group in a text, from char to char, with all its group. */
    record Found(int from, int to, List<String> members) {}

    static List<Found> in(String text) {
        List<Found> all = new ArrayList<>();
        for (List<String> group : GROUPS) {
            for (String word : group) {
                for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                    all.add(new Found(at, at + word.length(), group));
                }
            }
        }
        return all;
    }

    /** The word itself and what may stand for it. */
    static List<String> of(String word) {
        List<String> all = new ArrayList<>(List.of(word));
        GROUPS.stream().filter(group -> group.contains(word)).forEach(all::addAll);
        return all;
    }
}
