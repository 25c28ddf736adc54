package cn.zhirong.drafting;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Criterion;
import cn.zhirong.rule.Evaluation;
import cn.zhirong.rule.Finding;
import cn.zhirong.rule.Input;
import cn.zhirong.rule.Item;
import cn.zhirong.rule.Reckoning;
import cn.zhirong.rule.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why firms get nothing: which conditions keep them out, and what is not known of them. */
final class TrialReasons {
    private static final int SHOWN = 30;

    /** By the rule's own conditions: firms kept out, and by it alone. */
    private final IdentityHashMap<Criterion, int[]> hurdles = new IdentityHashMap<>();

    private final Map<String, Integer> missing = new HashMap<>();
    private int withoutRecords;
    private String list = "";

    void add(Evaluation evaluation) {
        switch (evaluation.verdict()) {
            case NOT_MET -> hurdles(evaluation);
            case UNKNOWN, OFFICER -> open(evaluation);
            case MET -> {
                if (evaluation.payable().isEmpty()) {
                    open(evaluation);
                }
            }
        }
    }

    List<TrialResult.Hurdle> hurdles() {
        List<TrialResult.Hurdle> all = new ArrayList<>();
        hurdles.forEach((criterion, firms) -> {
            ProvisionReference clause = criterion.shownClause();
            all.add(new TrialResult.Hurdle(criterion.words(), clause == null ? "" : clause.path(), firms[0], firms[1]));
        });
        if (withoutRecords > 0) {
            all.add(new TrialResult.Hurdle("有可以补贴的" + list, "", withoutRecords, withoutRecords));
        }
        all.sort(
                Comparator.comparingInt(TrialResult.Hurdle::firms).reversed().thenComparing(TrialResult.Hurdle::words));
        return all.stream().limit(SHOWN).toList();
    }

    List<TrialResult.Missing> missing() {
        return missing.entrySet().stream()
                .map(entry -> new TrialResult.Missing(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(TrialResult.Missing::firms)
                        .reversed()
                        .thenComparing(TrialResult.Missing::label))
                .limit(SHOWN)
                .toList();
    }

    private void hurdles(Evaluation evaluation) {
        Set<Criterion> denied = Collections.newSetFromMap(new IdentityHashMap<>());
        denied(evaluation.conditions(), denied);
        if (denied.isEmpty()) {
            // The firm may, but none of its records.
            for (Item item : evaluation.items()) {
                denied(item.finding(), denied);
            }
            if (denied.isEmpty()) {
                withoutRecords++;
                Input looked = evaluation.list();
                list = looked == null ? "" : looked.fact().definition().label();
            }
        }
        for (Criterion criterion : denied) {
            int[] firms = hurdles.computeIfAbsent(criterion, one -> new int[2]);
            firms[0]++;
            firms[1] += denied.size() == 1 ? 1 : 0;
        }
    }

    /** What must be met and is not: the parts of "all", each for itself. */
    private static void denied(Finding finding, Collection<Criterion> denied) {
        if (finding.verdict() != Verdict.NOT_MET) {
            return;
        }
        if (finding.criterion() instanceof Criterion.All) {
            finding.parts().forEach(part -> denied(part, denied));
        } else {
            denied.add(finding.criterion());
        }
    }

    private void open(Evaluation evaluation) {
        Set<String> labels = new HashSet<>();
        unknown(evaluation.conditions(), labels);
        Input looked = evaluation.list();
        if (looked != null && looked.value() == null) {
            labels.add(looked.fact().definition().label());
        }
        evaluation.items().forEach(item -> unknown(item.finding(), labels));
        evaluation.lines().forEach(line -> unknown(line.reckoning(), labels));
        labels.forEach(label -> missing.merge(label, 1, Integer::sum));
    }

    private static void unknown(Finding finding, Set<String> labels) {
        if (finding.verdict() == Verdict.UNKNOWN || finding.verdict() == Verdict.OFFICER) {
            finding.parts().forEach(part -> unknown(part, labels));
            finding.inputs().forEach(input -> unknown(input, labels));
            for (Reckoning reckoning : finding.reckonings()) {
                unknown(reckoning, labels);
            }
        }
    }

    private static void unknown(Reckoning reckoning, Set<String> labels) {
        reckoning.inputs().forEach(input -> unknown(input, labels));
        reckoning.parts().forEach(part -> unknown(part, labels));
        reckoning.findings().forEach(finding -> unknown(finding, labels));
    }

    private static void unknown(Input input, Set<String> labels) {
        if (input.value() == null) {
            labels.add(input.fact().definition().label());
        }
    }
}
