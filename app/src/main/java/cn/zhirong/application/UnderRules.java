package cn.zhirong.application;

import cn.zhirong.database.Json;
import cn.zhirong.drafting.AffectedApplications;
import cn.zhirong.drafting.PastApplications;
import cn.zhirong.drafting.TrialFirm;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells those who write rules which applications there are: what a rule for days gone by touches, and what a draft is tried on. */
@Singleton
class UnderRules implements AffectedApplications, PastApplications {
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 30);

    /** Not decided for good: a rule that takes over what is under way decides them. */
    private static final Set<State> OPEN = EnumSet.of(
            State.FOUND,
            State.OFFERED,
            State.SUBMITTED,
            State.CORRECTING,
            State.ACCEPTED,
            State.FIRST_PASSED,
            State.FIRST_REFUSED,
            State.APPEALED);

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Programmes programmes;
    private final Sheets sheets;
    private final Grants grants;
    private final Json json;

    UnderRules(
            ApplicationRepository repository,
            Applications applications,
            Programmes programmes,
            Sheets sheets,
            Grants grants,
            Json json) {
        this.repository = repository;
        this.applications = applications;
        this.programmes = programmes;
        this.sheets = sheets;
        this.grants = grants;
        this.json = json;
    }

    /** Those still to be decided as well, where the days are not over. */
    @Override
    public List<Affected> between(Tenant tenant, long programmeId, LocalDate from, @Nullable LocalDate until) {
        LocalDate last = until == null ? FOREVER : until;
        Set<State> open = last.isBefore(applications.today()) ? Set.of() : OPEN;
        // A list without anything in it is no SQL.
        List<String> states =
                open.isEmpty() ? List.of("") : open.stream().map(State::name).toList();
        return repository
                .touched(tenant.id(), programmeId, from, last, states, begin(from), begin(last.plusDays(1)))
                .stream()
                .map(row -> new Affected(
                        row.number(),
                        row.firm(),
                        row.state().label(),
                        row.openedOn(),
                        "/" + tenant.slug() + "/console/applications/" + row.key()))
                .toList();
    }

    @Override
    public int count(Tenant tenant, long programmeId) {
        return repository.countHandedIn(tenant.id(), programmeId);
    }

    /** With what officers judged last; paid is what the firm had before that was decided. */
    @Override
    public void each(Tenant tenant, long programmeId, Consumer<TrialFirm> firm) {
        Map<Long, Optional<RuleVersion>> versions = new HashMap<>();
        List<ApplicationRow> rows = repository.handedIn(tenant.id(), programmeId, 0);
        while (!rows.isEmpty()) {
            List<Long> ids = rows.stream().map(ApplicationRow::key).toList();
            Map<Long, Instant> filed = repository.filed(tenant.id(), ids).stream()
                    .collect(Collectors.toMap(
                            ApplicationRepository.Filed::applicationId, ApplicationRepository.Filed::filedAt));
            Map<Long, ApplicationRepository.Found> found = repository.found(tenant.id(), ids).stream()
                    .collect(Collectors.toMap(ApplicationRepository.Found::applicationId, Function.identity()));
            Map<Long, Facts> said = sheets.facts(tenant, rows);
            Map<String, List<Payment>> paid = grants.before(
                    tenant,
                    rows.stream()
                            .map(row -> {
                                ApplicationRepository.Found last = found.get(row.key());
                                return new Grants.Decision(
                                        row.enterpriseId(), row.object(), last == null ? null : last.decidedAt());
                            })
                            .toList());
            for (ApplicationRow row : rows) {
                ApplicationRepository.Found last = found.get(row.key());
                Optional<RuleVersion> version = versions.computeIfAbsent(
                        last == null ? row.ruleId() : last.ruleId(), id -> programmes.version(tenant, id));
                firm.accept(new TrialFirm(
                        row.enterpriseId(),
                        facts(said.getOrDefault(row.key(), Facts.none()), row.openedOn(), version, last),
                        paid.getOrDefault(row.object(), List.of()),
                        filed.getOrDefault(row.key(), row.openedAt())));
            }
            rows = repository.handedIn(tenant.id(), programmeId, rows.getLast().key());
        }
    }

    /** What only an officer can say is what the last review said of it: unknown before the first. */
    private Facts facts(
            Facts said, LocalDate opened, Optional<RuleVersion> version, ApplicationRepository.@Nullable Found last) {
        Findings findings = last == null ? Findings.none(opened) : json.read(last.findings(), Findings.class);
        Findings judged = new Findings(findings.on(), findings.judgements(), List.of());
        return version.map(one -> Overruled.of(one.rule(), said, judged).facts())
                .orElse(said);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Applications.ZONE).toInstant();
    }
}
