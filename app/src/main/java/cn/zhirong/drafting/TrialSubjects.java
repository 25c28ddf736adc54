package cn.zhirong.drafting;

import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleFacts;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** On whom drafts are tried: all firms of the register, or those that applied. */
@Singleton
class TrialSubjects {
    private final Grants grants;
    private final RegisterScan register;
    private final List<PastApplications> applications;

    TrialSubjects(Grants grants, RegisterScan register, List<PastApplications> applications) {
        this.grants = grants;
        this.register = register;
        this.applications = applications;
    }

    /** How many past applications there are to try on. */
    int applications(Tenant tenant, Programme programme) {
        return applications.stream()
                .mapToInt(one -> one.count(tenant, programme.id()))
                .sum();
    }

    /** Visits all of them, with what nobody has judged taken for yes where the settings say so. */
    void each(
            Tenant tenant,
            Programme programme,
            Rule rule,
            @Nullable Rule inForce,
            TrialSettings settings,
            Consumer<TrialFirm> visit) {
        Set<String> judged = settings.supposesJudged() ? TrialJudged.of(rule, inForce) : Set.of();
        switch (settings.source()) {
            case REGISTER ->
                register(tenant, settings.day(), asked(rule, inForce), firm -> visit.accept(supposed(firm, judged)));
            case APPLICATIONS ->
                applications.forEach(
                        one -> one.each(tenant, programme.id(), firm -> visit.accept(supposed(firm, judged))));
        }
    }

    private void register(Tenant tenant, LocalDate day, Set<String> asked, Consumer<TrialFirm> visit) {
        Map<Long, List<Payment>> paid = grants.byEnterprise(tenant);
        String region = tenant.profile().region().code();
        register.each(tenant, EnterpriseFacts.register(asked), profile -> {
            Facts facts = EnterpriseFacts.of(profile, day, region, asked);
            visit.accept(new TrialFirm(profile.id(), facts, paid.getOrDefault(profile.id(), List.of()), null));
        });
    }

    /** All that the two versions can look at. */
    private static Set<String> asked(Rule rule, @Nullable Rule inForce) {
        Set<String> asked = new HashSet<>(RuleFacts.of(rule).keySet());
        if (inForce != null) {
            asked.addAll(RuleFacts.of(inForce).keySet());
        }
        return asked;
    }

    private static TrialFirm supposed(TrialFirm firm, Set<String> judged) {
        Facts facts = firm.facts();
        for (String name : judged) {
            if (facts.get(name) == null) {
                Provenance supposed = new Provenance(Source.VERIFIED, LocalDate.EPOCH, "试算时视为符合");
                facts = facts.with(name, new Fact(Value.of(true), supposed));
            }
        }
        return new TrialFirm(firm.id(), facts, firm.paid(), firm.filedAt());
    }
}
