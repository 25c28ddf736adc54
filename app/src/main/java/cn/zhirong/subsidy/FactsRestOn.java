package cn.zhirong.subsidy;

import cn.zhirong.enterprise.FactField;
import cn.zhirong.enterprise.ItemGroup;
import cn.zhirong.enterprise.RegisterScan;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** On which fields and lists of the register the facts of {@link EnterpriseFacts} rest. */
final class FactsRestOn {
    private static final Map<String, RegisterScan.Asked> EACH = each();

    /** All facts that the register can tell. */
    static final Set<String> NAMES = EACH.keySet();

    private FactsRestOn() {}

    /** What all of these rest on; those that the register does not tell are passed over. */
    static RegisterScan.Asked all(Set<String> names) {

        EnumSet<FactField> fields = EnumSet.noneOf(FactField.class);
        EnumSet<ItemGroup> groups = EnumSet.noneOf(ItemGroup.class);
        for (String name : names) {
            RegisterScan.Asked on = EACH.get(name);
            if (on != null) {
                fields.addAll(on.fields());
                groups.addAll(on.groups());
            }
        }
        return new RegisterScan.Asked(fields, groups);
    }

    private static Map<String, RegisterScan.Asked> each() {
        Map<String, RegisterScan.Asked> on = new HashMap<>();
        on.put("founded-on", fields(FactField.FOUNDED_ON));
        on.put("industry", fields(FactField.INDUSTRY_CODE));
        on.put("registered-here", fields(FactField.ZONE));
        on.put("size", fields(FactField.INDUSTRY_CODE, FactField.REVENUE, FactField.STAFF, FactField.ASSETS));
        on.put("revenue", fields(FactField.REVENUE));
        on.put("total-assets", fields(FactField.ASSETS));
        on.put("net-assets", fields(FactField.NET_ASSETS));
        on.put("staff", fields(FactField.STAFF));
        on.put("rd-share", fields(FactField.RESEARCH_SPENDING, FactField.REVENUE));
        on.put("debt-ratio", fields(FactField.NET_ASSETS, FactField.ASSETS));
        on.put("serious-violation", new RegisterScan.Asked(Set.of(FactField.DISHONEST), Set.of(ItemGroup.CREDIT)));
        on.put("abnormal-list", new RegisterScan.Asked(Set.of(FactField.ABNORMAL), Set.of(ItemGroup.CREDIT)));
        List.of("penalties", "listed-dishonest").forEach(name -> on.put(name, groups(ItemGroup.CREDIT)));
        List.of("honours", "in-reserve").forEach(name -> on.put(name, groups(ItemGroup.HONOUR)));
        on.put("ip-assets", groups(ItemGroup.PROPERTY));
        on.put("loans", groups(ItemGroup.LOAN, ItemGroup.FEE));
        on.put("invoices", groups(ItemGroup.FEE, ItemGroup.LOAN, ItemGroup.EVENT));
        FinancingFacts.OF_EVENTS.forEach(name -> on.put(name, groups(ItemGroup.EVENT)));
        return Map.copyOf(on);
    }

    private static RegisterScan.Asked fields(FactField... fields) {
        return new RegisterScan.Asked(Set.of(fields), Set.of());
    }

    private static RegisterScan.Asked groups(ItemGroup... groups) {
        return new RegisterScan.Asked(Set.of(), Set.of(groups));
    }
}
