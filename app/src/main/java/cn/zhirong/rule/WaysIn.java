package cn.zhirong.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shortest way in: the fewest changes, of those a firm can make, that turn a no into something else. All sets of one change
 * are tried, then of two, and so on; each by evaluating the rule again. So a set that is found does flip the verdict, and no
 * smaller one of these changes does. After {@value #MOST_TRIES} sets the search ends with what it found: of very many changes not
 * all sets of that size were tried then.
 */
public final class WaysIn {
    private static final int MOST_CHANGES = 4;
    private static final int MOST_TRIES = 100_000;
    private static final int MOST_SHOWN = 5;

    private final Rule rule;
    private final Situation situation;
    private final List<Change> changes;
    private final List<Way> ways = new ArrayList<>();
    private int tries;

    private WaysIn(Rule rule, Situation situation) {
        this.rule = rule;
        this.situation = situation;
        this.changes = Changes.of(rule, situation);
    }

    /**
     * Changes that are enough together.
     *
     * @param reaches the verdict after them; unknown or for an officer where something is still open
     */
    public record Way(List<Change> changes, Verdict reaches) {
        public Way {
            changes = List.copyOf(changes);
        }

        /** In Chinese, as advice. */
        public String words() {
            return changes.stream().map(Change::words).collect(Collectors.joining("，并且"));
        }

        long effort() {
            return changes.stream().mapToLong(Change::effort).sum();
        }
    }

    /**
     * The shortest ways, all of the same number of changes, the best first; none when the rule does not say no, or when nothing
     * that the firm could change would help within the sets tried.
     */
    public static List<Way> find(Rule rule, Situation situation) {
        if (RuleEvaluator.verdict(rule, situation) != Verdict.NOT_MET) {
            return List.of();
        }
        WaysIn search = new WaysIn(rule, situation);
        for (int size = 1; size <= MOST_CHANGES && search.ways.isEmpty(); size++) {
            search.tryAll(size, 0, new ArrayList<>());
        }
        return search.best();
    }

    /** The situation after the changes. */
    public static Situation after(Situation situation, List<Change> changes) {
        Provenance supposed = new Provenance(Source.DECLARED, situation.asked(), "假设");
        Facts facts = situation.facts();
        for (Change change : changes) {
            String name = change.fact().name();
            Fact before = facts.get(name);
            Value value = change.applied(before == null ? null : before.value());
            facts = facts.with(name, new Fact(value, supposed));
        }
        return situation.with(facts);
    }

    private void tryAll(int size, int from, List<Change> chosen) {
        if (chosen.size() == size) {
            tries++;
            Verdict verdict = RuleEvaluator.verdict(rule, after(situation, chosen));
            if (verdict != Verdict.NOT_MET) {
                ways.add(new Way(chosen, verdict));
            }
            return;
        }
        for (int i = from; i < changes.size() && tries < MOST_TRIES; i++) {
            Change next = changes.get(i);
            if (chosen.stream().noneMatch(one -> excludes(one, next))) {
                chosen.add(next);
                tryAll(size, i + 1, chosen);
                chosen.removeLast();
            }
        }
    }

    private static boolean excludes(Change one, Change other) {
        return one.fact().equals(other.fact()) && !(one.adds() && other.adds());
    }

    private List<Way> best() {
        ways.sort(
                Comparator.comparing((Way way) -> way.reaches() != Verdict.MET).thenComparingLong(Way::effort));
        // Of ways that change the same numbers only the one that changes them least.
        Map<Set<String>, Way> distinct = new LinkedHashMap<>();
        for (Way way : ways) {
            Set<String> what = new HashSet<>();
            for (Change change : way.changes()) {
                boolean number = change instanceof Change.Becomes becomes && becomes.to() instanceof Value.Numeric;
                what.add(number ? change.fact().name() : change.words());
            }
            distinct.putIfAbsent(what, way);
        }
        return distinct.values().stream().limit(MOST_SHOWN).toList();
    }
}
