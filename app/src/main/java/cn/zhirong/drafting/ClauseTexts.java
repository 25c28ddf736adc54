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
    private final Map<String, Map<String, Clause>> policies = new HashMap<>();

    /**
     * A provision.
     *
     * @param alone its words
     * @param own the same with those below it
     * @param around the same with the words above it
     */
    record Clause(String path, String alone, String own, String around) {}

    /** Adds a policy by the name that rules know it by. */
    ClauseTexts with(String policy, List<Provision> provisions) {
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
        policies.put(policy, clauses);
        return this;
    }

    boolean has(String policy) {
        return policies.containsKey(policy);
    }

    /** The provision, if the policy has it. */
    Optional<Clause> find(ProvisionReference reference) {
        Map<String, Clause> clauses = policies.getOrDefault(reference.policy(), Map.of());
        return Optional.ofNullable(clauses.get(normal(reference.path())));
    }

    /** All provisions of a policy, in order. */
    List<Clause> all(String policy) {
        return List.copyOf(policies.getOrDefault(policy, Map.of()).values());
    }

    /** All provisions of all policies. */
    List<Clause> all() {
        return policies.values().stream()
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
