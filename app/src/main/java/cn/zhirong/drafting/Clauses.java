package cn.zhirong.drafting;

import cn.zhirong.document.Provision;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.policy.PolicyDocument;
import cn.zhirong.policy.PolicyFilter;
import cn.zhirong.policy.PolicyLibrary;
import cn.zhirong.policy.PolicySummary;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.rule.Rule;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The published policies that rules rest on, by the names rules know them by. */
@Singleton
class Clauses {
    private static final int PAGE = 100;
    private static final int MOST_POLICIES = 500;

    private final PolicyLibrary library;
    private final Programmes programmes;

    Clauses(PolicyLibrary library, Programmes programmes) {
        this.library = library;
        this.programmes = programmes;
    }

    /**
     * A policy that can be chosen.
     *
     * @param name as rules write it
     * @param version its document number, or else the year it is of
     */
    record Choice(String name, String title, String version) {}

    /** All of them, the newest first. */
    List<Choice> policies(Tenant tenant, LocalDate day) {
        Map<Long, String> names = library.names(tenant);
        List<PolicySummary> all = new ArrayList<>();
        int read = PAGE;
        for (int from = 0; read == PAGE && from < MOST_POLICIES; from += PAGE) {
            List<PolicySummary> page = library.list(
                            tenant, new PolicyFilter(Set.of(), Set.of(), Set.of(), day, from, PAGE))
                    .policies();
            all.addAll(page);
            read = page.size();
        }
        return all.stream()
                .map(PolicySummary::version)
                .filter(version -> names.containsKey(version.policyId()))
                .map(version ->
                        new Choice(String.valueOf(names.get(version.policyId())), version.title(), version(version)))
                .toList();
    }

    static String version(PolicyVersion version) {
        LocalDate dated = version.datedOn();
        String number = version.documentNumber();
        return !number.isEmpty() ? number : dated == null ? "第" + version.number() + "版" : dated.getYear() + "年";
    }

    Optional<PolicyDocument> document(Tenant tenant, String policy, String version, LocalDate day) {
        return policy.isEmpty() ? Optional.empty() : library.named(tenant, policy, version, day);
    }

    /** The words of all policies that a form or rule names. */
    ClauseTexts texts(Tenant tenant, Collection<ProvisionReference> references, LocalDate day) {
        ClauseTexts texts = new ClauseTexts();
        Set<String> seen = new LinkedHashSet<>();
        for (ProvisionReference reference : references) {
            if (seen.add(reference.policy() + " " + reference.version())) {
                document(tenant, reference.policy(), reference.version(), day)
                        .ifPresent(found -> texts.with(reference.policy(), reference.version(), found.provisions()));
            }
        }
        return texts;
    }

    /** The provisions that the rules in force of other programmes rest on. */
    List<ProvisionReference> ofOthers(Tenant tenant, String programme, LocalDate day) {
        List<ProvisionReference> references = new ArrayList<>();
        Set<Long> seen = new LinkedHashSet<>();
        // The newest of each programme that has begun is the one that holds, if it still does.
        programmes.published(tenant).stream()
                .filter(version -> !version.effective().from().isAfter(day))
                .filter(version -> seen.add(version.programmeId()))
                .filter(version -> version.effective().contains(day))
                .filter(version -> !version.rule().id().equals(programme))
                .forEach(version -> references.addAll(of(version.rule())));
        return references;
    }

    static Set<ProvisionReference> of(Rule rule) {
        return RuleFigures.of(rule).keySet();
    }

    /** Where a provision is read. */
    static Optional<String> address(Tenant tenant, PolicyDocument document, String path) {
        return Stream.of(document.provisions())
                .flatMap(List::stream)
                .filter(provision -> ClauseTexts.normal(provision.path()).equals(ClauseTexts.normal(path)))
                .map(Provision::anchor)
                .findFirst()
                .map(anchor ->
                        "/" + tenant.slug() + "/policies/" + document.version().policyId() + "/v"
                                + document.version().number() + "#" + anchor);
    }
}
