package cn.zhirong.policy;

import java.util.List;
import java.util.Map;

/**
 * A page of the list of policies.
 *
 * @param policies newest first
 * @param total how many there are on all pages
 * @param facets counts by {@code kind}, {@code level} and {@code validity}: for each, its own filter left out
 */
public record PolicyList(List<PolicySummary> policies, int total, Map<String, Map<String, Long>> facets) {
    public PolicyList {
        policies = List.copyOf(policies);
        facets = Map.copyOf(facets);
    }
}
