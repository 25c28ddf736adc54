package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries drafts on the bureau's firms in the background, one at a time a bureau, and keeps what came of it. */
@Singleton
class TrialRuns {
    /** Whoever asks waits so long for a small register, and is then told to come back. */
    static final Duration WAITED = Duration.ofSeconds(2);

    /** One that takes longer was broken off by the end of its process. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(TrialRuns.class);
    private static final byte[] NO_FIRMS = {};

    private final TrialRepository repository;
    private final Drafts drafts;
    private final Programmes programmes;
    private final Vocabularies vocabularies;
    private final Grants grants;
    private final RegisterScan register;
    private final List<PastApplications> applications;
    private final TransactionOperations<Connection> transactions;
    private final Audit audit;
    private final Json json;
    private final ExecutorService executor;
    private final Clock clock;

    TrialRuns(
            TrialRepository repository,
            Drafts drafts,
            Programmes programmes,
            Vocabularies vocabularies,
            Grants grants,
            RegisterScan register,
            List<PastApplications> applications,
            TransactionOperations<Connection> transactions,
            Audit audit,
            Json json,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.programmes = programmes;
        this.vocabularies = vocabularies;
        this.grants = grants;
        this.register = register;
        this.applications = applications;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
        this.executor = executor;
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** What is asked for a trial; the rest follows from the draft. */
    record Wanted(
            TrialSettings.Source source,
            LocalDate day,
            @Nullable Long budgetFen,
            @Nullable Integer places,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowUntil,
            boolean supposesJudged) {}

    /**
     * Begins one and waits a moment for its end; its number is told.
     *
     * @throws Refusal not found; or where the draft is not yet a rule, or another trial runs
     */
    long begin(Tenant tenant, String actor, long ruleId, Wanted wanted) {
        Drafts.Draft draft = drafts.get(tenant, ruleId);
        Rule rule = draft.form().rule();
        if (rule == null) {
            throw Refusal.unprocessable("unfinished", "规则还没有写完，不能试算。请先改好编辑页上列出的问题。");
        }
        if (repository.running(tenant.id(), clock.instant().minus(LONGEST)) > 0) {
            throw Refusal.conflict("running", "有一次试算正在进行，请等它完成。");
        }
        RuleVersion inForce = inForce(tenant, draft, wanted.day()).orElse(null);
        TrialSettings settings = new TrialSettings(
                wanted.source(),
                wanted.day(),
                draft.row().number(),
                inForce == null ? null : inForce.number(),
                wanted.budgetFen(),
                wanted.places(),
                wanted.windowFrom(),
                wanted.windowUntil(),
                wanted.supposesJudged());
        long id = save(tenant, actor, draft, settings);
        CountDownLatch ended = new CountDownLatch(1);
        executor.execute(() -> {
            try {
                run(tenant, id, draft.programme(), rule, inForce == null ? null : inForce.rule(), settings);
            } finally {
                ended.countDown();
            }
        });
        await(ended);
        return id;
    }

    /** The newest first, without the firms. */
    List<TrialRow> newest(Tenant tenant, long ruleId) {
        return repository.newest(tenant.id(), ruleId);
    }

    /** @throws Refusal not found */
    TrialRow find(Tenant tenant, long ruleId, long id) {
        return repository.find(tenant.id(), ruleId, id).orElseThrow(Refusal::notFound);
    }

    TrialSettings settings(TrialRow row) {
        return json.read(row.settings(), TrialSettings.class);
    }

    /** Only of one that is done. */
    TrialResult result(TrialRow row) {
        return json.read(row.result(), TrialResult.class);
    }

    /** Whether it has neither ended nor been broken off. */
    boolean isRunning(TrialRow row) {
        return row.state() == TrialRow.State.RUNNING
                && row.askedAt().plus(LONGEST).isAfter(clock.instant());
    }

    /** How many past applications there are to try on. */
    int applications(Tenant tenant, Programme programme) {
        return applications.stream()
                .mapToInt(one -> one.count(tenant, programme.id()))
                .sum();
    }

    /** The version that a draft would take the place of on the day; never the draft itself. */
    Optional<RuleVersion> inForce(Tenant tenant, Drafts.Draft draft, LocalDate day) {
        return programmes
                .inForce(tenant, draft.programme(), day)
                .filter(version ->
                        version.id() != draft.id() && !version.rule().basis().draftForComment());
    }

    private long save(Tenant tenant, String actor, Drafts.Draft draft, TrialSettings settings) {
        return transactions.executeWrite(status -> {
            TrialRow row = repository.save(new TrialRow(
                    null,
                    tenant.id(),
                    draft.id(),
                    draft.row().revision(),
                    TrialRow.State.RUNNING,
                    actor,
                    clock.instant(),
                    json.write(settings),
                    "",
                    NO_FIRMS,
                    0));
            audit.record(
                    tenant,
                    actor,
                    "rule.trial",
                    "rule/" + draft.id(),
                    "第" + draft.row().number() + "版，" + settings.source().label());
            return row.key();
        });
    }

    private void run(
            Tenant tenant, long id, Programme programme, Rule rule, @Nullable Rule inForce, TrialSettings settings) {
        long began = System.nanoTime();
        try {
            Trial trial = new Trial(rule, inForce, settings.day(), vocabularies.parameters(tenant));
            Set<String> judged = settings.supposesJudged() ? TrialJudged.of(rule, inForce) : Set.of();
            switch (settings.source()) {
                case REGISTER -> register(tenant, trial, settings.day(), judged);
                case APPLICATIONS ->
                    applications.forEach(
                            one -> one.each(tenant, programme.id(), firm -> trial.accept(supposed(firm, judged))));
            }
            String result = json.write(trial.result(settings.budget()));
            byte[] firms = TrialRows.write(trial.outcomes());
            repository.end(tenant.id(), id, TrialRow.State.DONE, result, firms, millis(began));
        } catch (RuntimeException e) {
            LOG.warn("trial {} of {} failed", id, tenant.slug(), e);
            repository.end(tenant.id(), id, TrialRow.State.FAILED, "", NO_FIRMS, millis(began));
        }
    }

    private void register(Tenant tenant, Trial trial, LocalDate day, Set<String> judged) {
        Map<Long, List<Payment>> paid = grants.byEnterprise(tenant);
        String region = tenant.profile().region().code();
        register.each(tenant, EnterpriseFacts.FIELDS, profile -> {
            Facts facts = EnterpriseFacts.of(profile, day, region);
            List<Payment> had = paid.getOrDefault(profile.id(), List.of());
            trial.accept(supposed(new TrialFirm(profile.id(), facts, had, null), judged));
        });
    }

    /** What nobody has judged is taken for yes. */
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

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void await(CountDownLatch ended) {
        try {
            // Whether it ended or not is read from its row.
            boolean inTime = ended.await(WAITED.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("the trial ended while it was waited for: {}", inTime);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Instant now() {
        return clock.instant();
    }
}
