package cn.zhirong.drafting;

import cn.zhirong.rule.Criterion;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.Rule;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which facts of a firm only an officer can say. */
final class TrialJudged {
    private TrialJudged() {}

    /** Their names, as far as these rules ask them of the firm itself. */
    static Set<String> of(Rule draft, @Nullable Rule inForce) {
        Set<String> names = new TreeSet<>();
        collect(draft.conditions(), names);
        if (inForce != null) {
            collect(inForce.conditions(), names);
        }
        return names;
    }

    private static void collect(Criterion criterion, Set<String> names) {
        switch (criterion) {
            case Criterion.All all -> all.parts().forEach(part -> collect(part, names));
            case Criterion.Some some -> some.parts().forEach(part -> collect(part, names));
            case Criterion.Not not -> collect(not.part(), names);
            case Criterion.Judged judged -> {
                FactDefinition definition = judged.fact().definition();
                if (!judged.fact().ofRecord()) {
                    names.add(definition.name());
                }
            }
            case Criterion.Leaf leaf -> {}
        }
    }
}
