package cn.zhirong.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is known of one firm, by the names of the {@link FactCatalogue}. What is not there is unknown. Never changes. */
public final class Facts {
    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, Fact> known;

    private Facts(Map<String, Fact> known) {
        this.known = known;
    }

    /** Nothing is known. */
    public static Facts none() {
        return NONE;
    }

    /** All of these are known. */
    public static Facts of(Map<String, Fact> known) {
        return new Facts(Map.copyOf(known));
    }

    /** Of a map that nobody changes, without copying it. */
    static Facts view(Map<String, Fact> known) {
        return new Facts(known);
    }

    /** What is known; null when nothing is. */
    public @Nullable Fact get(String name) {
        return known.get(name);
    }

    /** These facts and one more, or one of them replaced. */
    public Facts with(String name, Fact fact) {
        Map<String, Fact> more = new HashMap<>(known);
        more.put(name, fact);
        return of(more);
    }

    /** These facts without one. */
    public Facts without(String name) {
        Map<String, Fact> fewer = new HashMap<>(known);
        fewer.remove(name);
        return of(fewer);
    }

    /** Visits all of them, in no order. */
    void each(BiConsumer<String, Fact> visit) {
        known.forEach(visit);
    }

    /** All of them, by name. */
    public SortedMap<String, Fact> all() {
        return new TreeMap<>(known);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && known.equals(facts.known);
    }

    @Override
    public int hashCode() {
        return known.hashCode();
    }
}
