package cn.zhirong.drafting;

import cn.zhirong.drafting.Checks.Said;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Criterion;
import cn.zhirong.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what a rule means and what the checks say of it beside the rows of the form it was read from. */
final class RowNotes {
    private final Map<String, String> sentences = new HashMap<>();
    private final Map<String, ProvisionReference> clauses = new LinkedHashMap<>();
    private final Map<String, List<String>> remarks = new HashMap<>();

    private RowNotes() {}

    static FormParts.Annotations of(Rule rule, FormData data, List<Said> said) {
        RowNotes notes = new RowNotes();
        notes.rows(RuleParts.of(rule), "条件", "conditions", data);
        notes.rows(RuleParts.of(rule), "逐条的条件", "item-conditions", data);
        notes.rows(RuleParts.of(rule), "金额", "benefits", data);
        notes.rows(RuleParts.of(rule), "上限", "caps", data);
        notes.rows(RuleParts.of(rule), "关系", "relations", data);
        notes.inner(rule.conditions(), "conditions");
        notes.inner(rule.itemConditions(), "item-conditions");
        said.forEach(notes::put);
        return new FormParts.Annotations(notes.sentences, notes.remarks);
    }

    private void rows(List<RuleParts.Part> parts, String section, String list, FormData data) {
        List<RuleParts.Part> own =
                parts.stream().filter(part -> part.section().equals(section)).toList();
        if (own.size() != data.count(list)) {
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            sentences.put(list + "." + i, own.get(i).words());
            clause(list + "." + i, own.get(i).clause());
        }
    }

    /** The clauses of conditions inside groups count for the group's row. */
    private void inner(Criterion criterion, String list) {
        List<Criterion> each = criterion instanceof Criterion.All all ? all.parts() : List.of(criterion);
        for (int i = 0; i < each.size(); i++) {
            String row = list + "." + i;
            leaves(each.get(i)).forEach(leaf -> clauses.putIfAbsent(row + " " + leaf.clause(), leaf.clause()));
        }
    }

    private static List<Criterion.Leaf> leaves(Criterion criterion) {
        List<Criterion.Leaf> leaves = new ArrayList<>();
        switch (criterion) {
            case Criterion.Leaf leaf -> leaves.add(leaf);
            case Criterion.All all -> all.parts().forEach(part -> leaves.addAll(leaves(part)));
            case Criterion.Some some -> some.parts().forEach(part -> leaves.addAll(leaves(part)));
            case Criterion.Not not -> leaves.addAll(leaves(not.part()));
        }
        return leaves;
    }

    private void clause(String row, @Nullable ProvisionReference clause) {
        if (clause != null) {
            clauses.put(row, clause);
        }
    }

    private void put(Said one) {
        clauses.entrySet().stream()
                .filter(entry -> entry.getValue().equals(one.clause()))
                .map(entry -> entry.getKey().split(" ")[0])
                .findFirst()
                .ifPresent(row ->
                        remarks.computeIfAbsent(row, key -> new ArrayList<>()).add(one.words()));
    }
}
