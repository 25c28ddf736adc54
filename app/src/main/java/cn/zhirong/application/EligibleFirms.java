package cn.zhirong.application;

import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.RuleFacts;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Goes through the whole register for those who meet all conditions of a rule by what the bureau knows. */
@Singleton
class EligibleFirms {
    private static final int TOGETHER = 2_000;

    private final RegisterScan register;
    private final Sheets sheets;

    EligibleFirms(RegisterScan register, Sheets sheets) {
        this.register = register;
        this.sheets = sheets;
    }

    /** Their numbers in the register, the lowest first. */
    List<Long> of(Tenant tenant, RuleVersion version, LocalDate day) {
        Set<String> asked = RuleFacts.of(version.rule()).keySet();
        String region = tenant.profile().region().code();
        Together together = new Together(sheets.eligible(tenant, version, day));
        register.each(
                tenant,
                EnterpriseFacts.register(asked),
                firm -> together.add(firm.id(), EnterpriseFacts.of(firm.asBureauKnows(), day, region, asked)));
        return together.eligible();
    }

    /** Firms that are looked at together, so that each condition is read once for all of them. */
    private static final class Together {
        private final Function<List<Facts>, BitSet> verdicts;
        private final List<Long> firms = new ArrayList<>();
        private final List<Facts> facts = new ArrayList<>();
        private final List<Long> found = new ArrayList<>();

        Together(Function<List<Facts>, BitSet> verdicts) {
            this.verdicts = verdicts;
        }

        void add(long firm, Facts known) {
            firms.add(firm);
            facts.add(known);
            if (firms.size() == TOGETHER) {
                look();
            }
        }

        List<Long> eligible() {
            look();
            return found;
        }

        private void look() {
            if (!firms.isEmpty()) {
                verdicts.apply(facts).stream().mapToObj(firms::get).forEach(found::add);
                firms.clear();
                facts.clear();
            }
        }
    }
}
