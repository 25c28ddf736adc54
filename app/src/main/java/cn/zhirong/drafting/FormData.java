package cn.zhirong.drafting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What stands in the form of a rule, field by field, by paths such as {@code conditions.0.what} or
 * {@code benefits.0.amount.rows.2.result.text}. A number in a path is a place in a list, from 0, without gaps. It may be anything:
 * whether it is a rule is for {@link RuleForm} to say. Never changes.
 */
public final class FormData {
    /** More than a long rule has; what lies beyond is not a form of ours. */
    private static final int MOST_FIELDS = 6_000;

    private static final int MOST_ITEMS = 300;
    private static final int MOST_PARTS = 60;
    private static final int MOST_CHARACTERS = 2_000;

    private final Map<String, String> fields;
    private final NavigableSet<String> paths;

    private FormData(Map<String, String> fields) {
        this.fields = fields;
        this.paths = new TreeSet<>(fields.keySet());
    }

    /** Nothing typed. */
    static FormData nothing() {
        return new FormData(Map.of());
    }

    /** These fields, in their order. */
    static FormData of(Map<String, String> fields) {
        return new FormData(new LinkedHashMap<>(fields));
    }

    /** What was sent, or empty when it is larger, longer or deeper than any form of a rule. */
    static Optional<FormData> sent(Map<String, String> fields) {
        boolean within = fields.size() <= MOST_FIELDS
                && fields.entrySet().stream()
                        .allMatch(field ->
                                isPath(field.getKey()) && field.getValue().length() <= MOST_CHARACTERS);
        if (!within) {
            return Optional.empty();
        }
        Map<String, String> stripped = new LinkedHashMap<>();
        fields.forEach(
                (path, value) -> stripped.put(path, value.replace("\r\n", "\n").strip()));
        return Optional.of(new FormData(stripped));
    }

    private static boolean isPath(String path) {
        String[] parts = path.split("\\.", -1);
        if (parts.length > MOST_PARTS) {
            return false;
        }
        for (String part : parts) {
            boolean place = part.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(part) < MOST_ITEMS;
            if (!place && !part.matches("[a-z][a-z-]{0,39}")) {
                return false;
            }
        }
        return true;
    }

    /** What stands there; empty where nothing does. */
    public String get(String path) {
        return fields.getOrDefault(path, "");
    }

    /** All of it, in order. */
    public Map<String, String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** How many items the list at a path has. */
    int count(String list) {
        int count = 0;
        while (hasBelow(list + "." + count)) {
            count++;
        }
        return count;
    }

    /** Whether something stands there or below. */
    boolean hasBelow(String path) {
        String next = paths.ceiling(path + ".");
        return fields.containsKey(path) || (next != null && next.startsWith(path + "."));
    }

    /** The same with one field set. */
    FormData with(String path, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(path, value);
        return new FormData(more);
    }

    /** The same with one more item at the end of a list, in which {@code field} stands empty. */
    FormData added(String list, String field) {
        int count = count(list);
        return count >= MOST_ITEMS ? this : with(list + "." + count + "." + field, "");
    }

    /** The same without what stands at or below a path; items behind it in its list move up. */
    FormData without(String list, int at) {
        int count = count(list);
        if (at < 0 || at >= count) {
            return this;
        }
        FormData left = withoutBelow(list + "." + at);
        for (int i = at + 1; i < count; i++) {
            left = left.renamed(list + "." + i, list + "." + (i - 1));
        }
        return left;
    }

    FormData withoutBelow(String path) {
        Map<String, String> fewer = new LinkedHashMap<>(fields);
        fewer.keySet().removeIf(key -> isAtOrBelow(key, path));
        return new FormData(fewer);
    }

    /** The same with an item and the one before it changed over. */
    FormData movedUp(String list, int at) {
        if (at < 1 || at >= count(list)) {
            return this;
        }
        String spare = list + ".spare";
        return renamed(list + "." + at, spare)
                .renamed(list + "." + (at - 1), list + "." + at)
                .renamed(spare, list + "." + (at - 1));
    }

    /** What stands below a path is set below another, in whose place it comes. */
    FormData renamed(String from, String to) {
        Map<String, String> other = new LinkedHashMap<>();
        fields.forEach(
                (path, value) -> other.put(isAtOrBelow(path, from) ? to + path.substring(from.length()) : path, value));
        return new FormData(other);
    }

    /** The paths at or below a path. */
    List<String> below(String path) {
        List<String> paths = new ArrayList<>();
        fields.keySet().stream().filter(key -> isAtOrBelow(key, path)).forEach(paths::add);
        return paths;
    }

    private static boolean isAtOrBelow(String key, String path) {
        return key.startsWith(path) && (key.length() == path.length() || key.charAt(path.length()) == '.');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormData data && fields.equals(data.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
