package cn.zhirong.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that rules may ask, in the order in which a person would be asked. */
public final class FactCatalogue {
    private final Map<String, FactDefinition> definitions;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private FactCatalogue(Map<String, FactDefinition> definitions) {
        this.definitions = Collections.unmodifiableMap(definitions);
        for (String name : definitions.keySet()) {
            places.put(name, places.size());
        }
    }

    /** @throws IllegalArgumentException when a name occurs twice */
    public static FactCatalogue of(List<FactDefinition> definitions) {
        Map<String, FactDefinition> byName = new LinkedHashMap<>();
        for (FactDefinition definition : definitions) {
            if (byName.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException(definition.name() + " is defined twice");
            }
        }
        return new FactCatalogue(byName);
    }

    /** The definition, if there is one. */
    public Optional<FactDefinition> find(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    /** All of them in order. */
    public Collection<FactDefinition> all() {
        return definitions.values();
    }

    /** Where a fact stands in the order of asking, from 0; what is not in it comes last. */
    public int place(String name) {
        return places.getOrDefault(name, Integer.MAX_VALUE);
    }
}
