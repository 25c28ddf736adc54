package cn.zhirong.rule;

import cn.zhirong.bundle.YamlText;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.ProvisionReference;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes a whole rule. */
final class RuleWriter {
    private final Rule rule;
    private final CriterionWriter criteria;
    private final FormulaWriter formulas;

    private RuleWriter(Rule rule) {
        this.rule = rule;
        this.formulas = new FormulaWriter(rule);
        this.criteria = formulas.criteria();
    }

    static String write(Rule rule) {
        return YamlText.write(new RuleWriter(rule).map());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static void days(Map<String, Object> map, String from, String until, DateRange days) {
        map.put(from, days.from().toString());
        if (days.until() != null) {
            map.put(until, days.until().toString());
        }
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.id());
        map.put("name", rule.name());
        Basis basis = rule.basis();
        map.put("policy", basis.policy());
        map.put("title", basis.title());
        map.put("version", basis.version());
        if (basis.draftForComment()) {
            map.put("draft-for-comment", true);
        }
        days(map, "effective-from", "effective-until", basis.effective());
        map.put("rounding", word(rule.rounding()));
        if (rule.roundToFen() > 1) {
            map.put("round-to", new Money(rule.roundToFen()).words());
        }
        FactRef each = rule.each();
        if (each != null) {
            map.put("each", each.name());
        }
        criteria.put(map, "conditions", rule.conditions(), null);
        criteria.put(map, "item-conditions", rule.itemConditions(), null);
        map.put("benefits", rule.benefits().stream().map(this::benefit).toList());
        if (!rule.caps().isEmpty()) {
            map.put("caps", rule.caps().stream().map(this::cap).toList());
        }
        if (!rule.relations().isEmpty()) {
            map.put("relations", rule.relations().stream().map(this::relation).toList());
        }
        return map;
    }

    private Map<String, Object> benefit(Benefit benefit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", benefit.id());
        map.put("label", benefit.label());
        map.put("to", word(benefit.to()));
        FactRef payee = benefit.payee();
        if (payee != null) {
            map.put("payee", payee.name());
        }
        map.put("amount", formulas.write(benefit.amount(), benefit.clause()));
        if (!benefit.shares().isEmpty()) {
            map.put("shares", benefit.shares().stream().map(RuleWriter::share).toList());
        }
        map.put("provision", provision(benefit.clause()));
        return map;
    }

    private static Map<String, Object> share(Benefit.ShareOut share) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("to", word(share.to()));
        map.put("share", share.rate().words());
        return map;
    }

    private Map<String, Object> cap(Cap cap) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("per", word(cap.scope()));
        String benefit = cap.benefit();
        if (benefit != null) {
            map.put("of", benefit);
        }
        String group = cap.group();
        if (group != null) {
            map.put("group", cap.groupLabel().isEmpty() ? group : group + "（" + cap.groupLabel() + "）");
        }
        map.put("at-most", formulas.write(cap.limit(), cap.clause()));
        map.put("provision", provision(cap.clause()));
        return map;
    }

    private Map<String, Object> relation(Relation relation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(word(relation.way()), relation.with());
        map.put("provision", provision(relation.clause()));
        return map;
    }

    private Object provision(ProvisionReference clause) {
        return provision(rule, clause);
    }

    static Object provision(Rule rule, ProvisionReference clause) {
        boolean own = clause.policy().equals(rule.basis().policy())
                && clause.version().equals(rule.basis().version());
        if (own) {
            return clause.path();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("policy", clause.policy());
        map.put("version", clause.version());
        map.put("path", clause.path());
        return map;
    }
}
