package cn.zhirong.drafting;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleLinter.Remark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a rule beside the words of its clauses: clauses that are not there, figures of the rule that no word of the clause says,
 * and money of the clauses that no rule pays.
 */
final class ClauseCheck {
    private final Rule rule;
    private final ClauseTexts texts;
    private final List<Remark> remarks = new ArrayList<>();

    private ClauseCheck(Rule rule, ClauseTexts texts) {
        this.rule = rule;
        this.texts = texts;
    }

    /**
     * All that is odd.
     *
     * @param others the clauses that other rules of the bureau rest on
     */
    static List<Remark> check(Rule rule, ClauseTexts texts, Collection<ProvisionReference> others) {
        ClauseCheck check = new ClauseCheck(rule, texts);
        Map<ProvisionReference, Set<Figure>> figures = RuleFigures.of(rule);
        Set<Figure> all = figures.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        all.addAll(RuleFigures.limits(rule));
        figures.forEach(check::figures);
        figures.keySet().forEach(clause -> check.unsaid(clause, all));
        check.limits(RuleFigures.limits(rule));
        check.unruled(figures.keySet(), others, all);
        return List.copyOf(check.remarks);
    }

    private void figures(ProvisionReference clause, Set<Figure> figures) {
        if (!texts.has(clause.policy())) {
            remarks.add(new Remark("政策“" + clause.policy() + "”没有发布，不能作依据", clause));
            return;
        }
        ClauseTexts.Clause found = texts.find(clause).orElse(null);
        if (found == null) {
            remarks.add(new Remark("政策里没有“" + clause.path() + "”", clause));
            return;
        }
        for (Figure figure : figures) {
            if (!isSaid(figure, found.around())) {
                remarks.add(new Remark("“" + clause.path() + "”的原文里没有“" + figure.words() + "”", clause));
            }
        }
    }

    private static boolean isSaid(Figure figure, String text) {
        Set<Figure> said = Figure.in(text);
        if (said.contains(figure)) {
            return true;
        }
        boolean counted =
                figure.type() == Figure.Type.COUNT && said.stream().anyMatch(one -> one.number() == figure.number());
        boolean years = figure.type() == Figure.Type.COUNT
                && said.contains(new Figure(Figure.Type.MONTHS, figure.number() * 12));
        // A table names its unit once, at its head.
        boolean cell = figure.type() == Figure.Type.MONEY
                && text.contains("万元")
                && said.contains(new Figure(
                        Figure.Type.COUNT, figure.number() / Money.ofWan(1).fen()))
                && figure.number() % Money.ofWan(1).fen() == 0;
        return counted || years || cell;
    }

    /** Where a bracket ends is often said in a clause of its own: it must stand somewhere in the policies named. */
    private void limits(Set<Figure> limits) {
        String policy = rule.basis().policy();
        for (Figure limit : limits) {
            boolean said = texts.all().stream().anyMatch(clause -> isSaid(limit, clause.alone()));
            if (!said && texts.has(policy)) {
                remarks.add(new Remark("分档的界限“" + limit.words() + "”不在依据的政策里", null));
            }
        }
    }

    private void unsaid(ProvisionReference clause, Set<Figure> all) {
        texts.find(clause).ifPresent(found -> {
            List<String> missing = money(found.own()).stream()
                    .filter(figure -> !all.contains(figure))
                    .map(Figure::words)
                    .toList();
            if (!missing.isEmpty()) {
                remarks.add(new Remark("“" + clause.path() + "”写了" + String.join("、", missing) + "，规则里没有", clause));
            }
        });
    }

    private void unruled(Set<ProvisionReference> own, Collection<ProvisionReference> others, Set<Figure> all) {
        String policy = rule.basis().policy();
        Set<String> ruled = new LinkedHashSet<>();
        own.stream().filter(clause -> clause.policy().equals(policy)).forEach(clause -> ruled.add(clause.path()));
        others.stream().filter(clause -> clause.policy().equals(policy)).forEach(clause -> ruled.add(clause.path()));
        for (ClauseTexts.Clause clause : texts.all(policy, rule.basis().version())) {
            boolean touched = ruled.stream()
                    .anyMatch(
                            path -> ClauseTexts.covers(path, clause.path()) || ClauseTexts.covers(clause.path(), path));
            List<String> money = money(clause.alone()).stream()
                    .filter(figure -> !all.contains(figure))
                    .map(Figure::words)
                    .toList();
            if (!touched && !money.isEmpty()) {
                remarks.add(new Remark(
                        "“" + clause.path() + "”写了" + String.join("、", money) + "，没有一条规则依据它",
                        new ProvisionReference(policy, rule.basis().version(), clause.path())));
            }
        }
    }

    private static List<Figure> money(String text) {
        return Figure.in(text).stream()
                .filter(figure -> figure.type() == Figure.Type.MONEY)
                .toList();
    }
}
