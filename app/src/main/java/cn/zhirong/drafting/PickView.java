package cn.zhirong.drafting;

import java.util.List;
import java.util.Map;

/**
 * Choosing a provision in the text of a policy, or the policy a rule rests on; the form travels along.
 *
 * @param data all that stands in the form
 * @param field what is chosen for; {@code policy} for the rule itself
 * @param what it is chosen for, in words
 * @param policies to choose from
 * @param provisions of the chosen policy; none while a policy is chosen
 */
public record PickView(
        RuleHead head,
        Map<String, String> data,
        String field,
        String what,
        String policy,
        String title,
        List<Policy> policies,
        List<Provision> provisions) {
    /** A policy. */
    public record Policy(String name, String title, String version, boolean chosen) {}

    /** A provision with its words. */
    public record Provision(String path, String text, int depth) {}
}
