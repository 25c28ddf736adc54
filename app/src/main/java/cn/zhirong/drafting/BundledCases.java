package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.BundledProgramme;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Keeps the cases that travel with bundled programmes, each with the version of the rule that holds on its day. */
@Singleton
public class BundledCases {
    private static final String WRITER = "command-line";
    private static final int LONGEST_NAME = 100;

    private final RuleCaseRepository repository;
    private final Programmes programmes;
    private final Json json;
    private final Audit audit;
    private final Clock clock;

    BundledCases(RuleCaseRepository repository, Programmes programmes, Json json, Audit audit, Clock clock) {
        this.repository = repository;
        this.programmes = programmes;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of one bureau whose programmes were loaded; a version that has cases already is passed over. */
    @Transactional
    public void load(Tenant tenant, ProgrammeFiles.Bureau bureau) {
        for (BundledProgramme bundled : bureau.programmes()) {
            Optional<Programme> programme = programmes.find(tenant, bundled.code());
            if (programme.isPresent()
                    && programmes.published(tenant, programme.get()).stream()
                            .allMatch(version ->
                                    repository.of(tenant.id(), version.id()).isEmpty())) {
                bundled.cases().forEach(one -> add(tenant, programme.get(), one));
                audit.record(
                        tenant,
                        WRITER,
                        "rule.case",
                        "programme/" + bundled.code(),
                        bundled.cases().size() + " cases");
            }
        }
    }

    private void add(Tenant tenant, Programme programme, BundledProgramme.Case one) {
        Optional<RuleVersion> version = programmes.inForce(tenant, programme, one.asked());
        if (version.isEmpty() || one.verdict().isEmpty()) {
            return;
        }
        Verdict verdict = switch (one.verdict()) {
            case "eligible" -> Verdict.MET;
            case "ineligible" -> Verdict.NOT_MET;
            case "judgement" -> Verdict.OFFICER;
            default -> Verdict.UNKNOWN;
        };
        Money amount = one.amount();
        String name = one.name().length() > LONGEST_NAME ? one.name().substring(0, LONGEST_NAME) : one.name();
        repository.save(new RuleCaseRow(
                null,
                tenant.id(),
                version.get().id(),
                name,
                one.asked(),
                json.write(FactsJson.write(one.facts())),
                verdict,
                amount == null ? null : amount.fen(),
                WRITER,
                clock.instant()));
    }
}
