package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rounding;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the readers of one file share: the vocabulary, the policy, the list whose fields are spoken of, and the limit of size. */
final class Reading {
    /** A rule of more conditions and formulas than this is a mistake, or an attack. */
    private static final int MOST_NODES = 2_000;

    private static final FactDefinition NOTHING =
            new FactDefinition("nothing", "（未知事实）", FactType.FLAG, Changeable.NEVER, "", "", Map.of(), Map.of());

    final Vocabulary vocabulary;
    final Rounding rounding;
    private final String policy;
    private final String version;
    private final @Nullable FactDefinition list;

    /** The list of the record in which that list is looked into; null where there is none. */
    final @Nullable FactDefinition outer;

    private final int[] nodes;

    private Reading(
            Vocabulary vocabulary,
            Rounding rounding,
            String policy,
            String version,
            @Nullable FactDefinition list,
            @Nullable FactDefinition outer,
            int[] nodes) {
        this.vocabulary = vocabulary;
        this.rounding = rounding;
        this.policy = policy;
        this.version = version;
        this.list = list;
        this.outer = outer;
        this.nodes = nodes;
    }

    static Reading of(Vocabulary vocabulary, Rounding rounding, String policy, String version) {
        return new Reading(vocabulary, rounding, policy, version, null, null, new int[1]);
    }

    /** The same among the records of a list. */
    Reading among(@Nullable FactDefinition records) {
        return new Reading(vocabulary, rounding, policy, version, records, list, nodes);
    }

    /** Counts one more node; false, with an error once, when there are too many. */
    boolean another(YamlMap map, String key) {
        nodes[0]++;
        if (nodes[0] == MOST_NODES + 1) {
            map.error(key, "条件和算式超过" + MOST_NODES + "个");
        }
        return nodes[0] <= MOST_NODES;
    }

    /** The fact at the key {@code fact} or the field at {@code field}. */
    FactRef reference(YamlMap map) {
        return map.has("field") ? field(map, "field") : fact(map, "fact");
    }

    FactRef fact(YamlMap map, String key) {
        String name = map.text(key);
        Optional<FactDefinition> found = vocabulary.facts().find(name);
        if (found.isEmpty() && !name.isEmpty()) {
            map.error(key, "没有名为“" + name + "”的事实");
        }
        return FactRef.fact(found.orElse(NOTHING));
    }

    FactRef field(YamlMap map, String key) {
        String name = map.text(key);
        FactDefinition found = list == null ? null : list.fields().get(name);
        if (found == null && !name.isEmpty()) {
            map.error(
                    key, list == null ? "这里不在清单里，不能用字段“" + name + "”" : "“" + list.label() + "”没有名为“" + name + "”的字段");
        }
        return FactRef.field(found == null ? NOTHING : found);
    }

    /** A list of the firm, or a stand-in with an error. */
    FactRef list(YamlMap map, String key) {
        FactRef fact = fact(map, key);
        if (fact.type() != FactType.RECORDS && isKnown(fact)) {
            map.error(key, "“" + fact.label() + "”不是清单");
        }
        return fact;
    }

    /** A date of the firm, or of the record where there is one of that name. */
    FactRef date(YamlMap map, String key) {
        String name = map.optionalText(key);
        boolean isField = name != null && list != null && list.fields().containsKey(name);
        FactRef fact = isField ? field(map, key) : fact(map, key);
        if (fact.type() != FactType.DATE && isKnown(fact)) {
            map.error(key, "“" + fact.label() + "”不是日期");
        }
        return fact;
    }

    static boolean isKnown(FactRef fact) {
        return !fact.definition().equals(NOTHING);
    }

    /** The provision at the key {@code provision}, or the one that holds for what stands around. */
    ProvisionReference provision(YamlMap map, @Nullable ProvisionReference around) {
        if (!map.has("provision")) {
            if (around == null) {
                map.error("provision", "没有写明依据的条款（provision）");
            }
            return around == null ? new ProvisionReference("-", "-", "-") : around;
        }
        return map.value("provision")
                .map(value -> {
                    String path = value.text();
                    return path == null
                            ? value.map().map(Reading::elsewhere).orElse(null)
                            : path.isEmpty() ? null : new ProvisionReference(policy, version, path);
                })
                .orElseGet(() -> {
                    map.error("provision", "“provision”应当是条款的路径，例如“第五条”");
                    return new ProvisionReference("-", "-", "-");
                });
    }

    private static @Nullable ProvisionReference elsewhere(YamlMap map) {
        String otherPolicy = map.text("policy");
        String otherVersion = map.text("version");
        String path = map.text("path");
        map.finish();
        boolean complete = !otherPolicy.isEmpty() && !otherVersion.isEmpty() && !path.isEmpty();
        return complete ? new ProvisionReference(otherPolicy, otherVersion, path) : null;
    }

    /** A day that must be there. */
    static LocalDate day(YamlMap map, String key) {
        if (!map.has(key)) {
            map.error(key, "缺少“" + key + "”");
        }
        LocalDate day = map.optionalDate(key);
        return day == null ? LocalDate.EPOCH : day;
    }
}
