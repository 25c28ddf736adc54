package cn.zhirong.drafting;

import cn.zhirong.document.Numbering;
import cn.zhirong.document.Provision;
import cn.zhirong.kernel.ProvisionReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of the policies that a rule rests on. */
final class ClauseTexts {
    /** By policy, of which the first text that was added stands for all versions that were not. */
    private final Map<String, Map<String, Clause>> policies = new HashMap<>();

    private final Map<String, Map<String, Clause>> versions = new LinkedHashMap<>();

    /**
     * A provision.
     *
     * @param alone its words
     * @param own the same with those below it
     * @param around the same with the words above it
     */
    record Clause(String path, String alone, String own, String around) {}

    /** Adds a policy by the name that rules know it by, in whichever version. */
    ClauseTexts with(String policy, List<Provision> provisions) {
        return with(policy, "", provisions);
    }

    /** Adds a version of a policy: what rests on it is not looked for in another. */
    ClauseTexts with(String policy, String version, List<Provision> provisions) {
        Map<Integer, Provision> byOrdinal = new HashMap<>();
        provisions.forEach(provision -> byOrdinal.put(provision.ordinal(), provision));
        Map<Integer, StringBuilder> own = new HashMap<>();
        for (Provision provision : provisions) {
            for (Provision at = provision; at != null; at = byOrdinal.get(at.parent())) {
                own.computeIfAbsent(at.ordinal(), key -> new StringBuilder())
                        .append(words(provision))
                        .append('\n');
                if (at.parent() == at.ordinal()) {
                    break;
                }
            }
        }
        Map<String, Clause> clauses = new LinkedHashMap<>();
        for (Provision provision : provisions) {
            StringBuilder above = new StringBuilder();
            int depth = 0;
            for (Provision at = byOrdinal.get(provision.parent());
                    at != null && depth < 20;
                    at = byOrdinal.get(at.parent())) {
                above.insert(0, words(at) + "\n");
                depth++;
            }
            String text =
                    own.getOrDefault(provision.ordinal(), new StringBuilder()).toString();
            if (!provision.path().isBlank()) {
                clauses.putIfAbsent(
                        normal(provision.path()),
                        new Clause(provision.path(), words(provision), text.strip(), above + text));
            }
        }
        policies.putIfAbsent(policy, clauses);
        versions.put(key(policy, version), clauses);
        return this;
    }

    boolean has(String policy) {
        return policies.containsKey(policy);
    }

    /** The provision, if the policy has it. */
    Optional<Clause> find(ProvisionReference reference) {
        return Optional.ofNullable(
                clauses(reference.policy(), reference.version()).get(normal(reference.path())));
    }

    /** All provisions of a policy, in order. */
    List<Clause> all(String policy) {
        return List.copyOf(policies.getOrDefault(policy, Map.of()).values());
    }

    /** The same of one version. */
    List<Clause> all(String policy, String version) {
        return List.copyOf(clauses(policy, version).values());
    }

    private Map<String, Clause> clauses(String policy, String version) {
        Map<String, Clause> exact = versions.get(key(policy, version));
        return exact == null ? policies.getOrDefault(policy, Map.of()) : exact;
    }

    private static String key(String policy, String version) {
        return policy + " " + version;
    }

    /** All provisions of all policies. */
    List<Clause> all() {
        return versions.values().stream()
                .flatMap(clauses -> clauses.values().stream())
                .toList();
    }

    /** Whether one path is the other, or stands above it. */
    static boolean covers(String upper, String lower) {
        return normal(lower).startsWith(normal(upper));
    }

    private static String words(Provision provision) {
        return (provision.heading() + " " + provision.text()).strip();
    }

    static String normal(String path) {
        return Numbering.normaliseReferences(path)
                .replace('（', '(')
                .replace('）', ')')
                .replaceAll("\\s", "");
    }
}
