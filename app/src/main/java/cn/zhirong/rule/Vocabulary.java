package cn.zhirong.rule;

import java.util.Map;

/**
 * What rules may speak of.
 *
 * @param parameters the dated parameters by name, with their Chinese
 */
public record Vocabulary(FactCatalogue facts, Map<String, String> parameters) {
    public Vocabulary {
        parameters = Map.copyOf(parameters);
    }
}
