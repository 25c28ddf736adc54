package cn.zhirong.assistant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pairs of neighbouring characters of some words, each weighed by how rare it is in the whole library: what share of them
 * do other words hold? A number or Latin word counts as one character, asking words as none.
 */
final class Pairs {
    private static final Pattern UNIT = Pattern.compile("[0-9a-z.%]+|.");
    private static final double LONE = 1;
    private static final double OF_KIND = 0.4;

    private final List<Pair> pairs;
    private final double total;

    /**
     * One of them.
     *
     * @param isOfKind whether it names the kind of fact asked for, as 比例 does
     * @param synonyms the words around it that may stand in its place
     */
    private record Pair(String text, double weight, boolean isOfKind, List<String> synonyms) {
        boolean isIn(String words) {
            return words.contains(text) || synonyms.stream().anyMatch(words::contains);
        }
    }

    private Pairs(List<Pair> pairs) {
        this.pairs = pairs;
        this.total = pairs.stream().mapToDouble(Pair::weight).sum();
    }

    /**
     * The pairs of some words.
     *
     * @param words in normal form
     * @param rarity of a pair
     * @param kind words that name the kind of fact asked for, which a document need not: they weigh less
     */
    static Pairs of(String words, ToDoubleFunction<String> rarity, Pattern kind) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        List<Synonyms.Found> synonyms = Synonyms.in(words);
        List<MatchResult> kinds = kind.matcher(words).results().toList();
        each(words, (from, to, isLone) -> {
            String text = words.substring(from, to);
            boolean isOfKind = kinds.stream().anyMatch(found -> found.start() < to && from < found.end());
            double weight = isLone ? LONE : rarity.applyAsDouble(text);
            pairs.putIfAbsent(
                    text, new Pair(text, isOfKind ? OF_KIND * weight : weight, isOfKind, around(synonyms, from, to)));
        });
        return new Pairs(List.copyOf(pairs.values()));
    }

    /** The pairs themselves, to ask how common they are. */
    static Set<String> in(String words) {
        Map<String, String> found = new LinkedHashMap<>();
        each(words, (from, to, isLone) -> found.put(words.substring(from, to), ""));
        return found.keySet();
    }

    /** Both together, the other at half weight. */
    Pairs and(Pairs background) {
        List<Pair> both = new ArrayList<>(pairs);
        background.pairs.forEach(pair -> both.add(new Pair(pair.text, pair.weight / 2, pair.isOfKind, pair.synonyms)));
        return new Pairs(both);
    }

    /** What share of them the words hold, by weight; 0 where there are none. */
    double share(String words) {
        double held = 0;
        for (Pair pair : pairs) {
            held += pair.isIn(words) ? pair.weight : 0;
        }
        return total == 0 ? 0 : held / total;
    }

    /** The same of those alone that do not name the kind of fact asked for; of all where there are no others. */
    double shareOfTopic(String words) {
        List<Pair> topic = pairs.stream().filter(pair -> !pair.isOfKind).toList();
        return topic.isEmpty() ? share(words) : new Pairs(topic).share(words);
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    private static List<String> around(List<Synonyms.Found> synonyms, int from, int to) {
        return synonyms.stream()
                .filter(found -> found.from() <= from && to <= found.to())
                .flatMap(found -> found.members().stream())
                .toList();
    }

    @FunctionalInterface
    private interface Each {
        void take(int from, int to, boolean isLone);
    }

    private static void each(String words, Each each) {
        StringBuilder kept = new StringBuilder(words);
        for (Span asking : Terms.asking(words)) {
            for (int i = asking.from(); i < asking.to(); i++) {
                kept.setCharAt(i, '|');
            }
        }
        Matcher units = UNIT.matcher(kept);
        int before = -1;
        boolean isPaired = true;
        while (units.find()) {
            boolean counts = units.end() - units.start() > 1 || Character.isLetterOrDigit(kept.charAt(units.start()));
            if (counts && before >= 0) {
                each.take(before, units.end(), false);
            } else if (!counts && before >= 0 && !isPaired) {
                each.take(before, units.start(), true);
            }
            isPaired = counts && before >= 0;
            before = counts ? units.start() : -1;
        }
        if (before >= 0 && !isPaired) {
            each.take(before, kept.length(), true);
        }
    }
}
