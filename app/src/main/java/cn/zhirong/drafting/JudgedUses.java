package cn.zhirong.drafting;

import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFacts;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.subsidy.Vocabularies.Judged;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which rules ask what officers judge. */
@Singleton
class JudgedUses {
    private final Drafts drafts;
    private final Vocabularies vocabularies;

    JudgedUses(Drafts drafts, Vocabularies vocabularies) {
        this.drafts = drafts;
        this.vocabularies = vocabularies;
    }

    /** The programmes whose rules ask it, in words, by its name; drafts that are not yet rules are not looked into. */
    Map<String, String> of(Tenant tenant) {
        Map<String, Set<String>> used = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        vocabularies.judged(tenant).stream().map(Judged::name).forEach(names::add);
        for (RuleVersionRow row : drafts.all(tenant)) {
            if (names.stream().noneMatch(row.content()::contains)) {
                continue;
            }
            Drafts.Draft draft = drafts.get(tenant, row.key());
            Rule rule = draft.form().rule();
            if (rule != null) {
                String words = draft.programme().title() + "第" + row.number() + "版"
                        + (row.state() == RuleState.PUBLISHED ? "" : "（草稿）");
                RuleFacts.of(rule).keySet().stream()
                        .filter(names::contains)
                        .forEach(name -> used.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                .add(words));
            }
        }
        Map<String, String> words = new HashMap<>();
        used.forEach((name, where) -> words.put(name, String.join("、", where)));
        return words;
    }
}
