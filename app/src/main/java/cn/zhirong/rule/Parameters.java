package cn.zhirong.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The dated parameters that rules may use, by name. */
public final class Parameters {
    private final Map<String, Series> series = new TreeMap<>();

    /** @throws IllegalArgumentException when a name occurs twice */
    public Parameters(Collection<Series> all) {
        for (Series one : all) {
            if (series.put(one.name(), one) != null) {
                throw new IllegalArgumentException(one.name() + " is given twice");
            }
        }
    }

    /** No parameters. */
    public static Parameters none() {
        return new Parameters(List.of());
    }

    /** The series, if there is one. */
    public Optional<Series> find(String name) {
        return Optional.ofNullable(series.get(name));
    }
}
