package cn.zhirong.drafting;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.rule.Rule;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries drafts on the bureau's firms in the background, one at a time a bureau and a few at a time in all, and keeps what came of it. */
@Singleton
class TrialRuns {
    /** Whoever asks waits so long for a small register, and is then told to come back. */
    static final Duration WAITED = Duration.ofSeconds(2);

    /** One that takes longer was broken off by the end of its process. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** Whoever found no place in so long has lost it; it ends before it counts as broken off. */
    private static final Duration LONGEST_IN_LINE = LONGEST.dividedBy(2);

    private static final Logger LOG = LoggerFactory.getLogger(TrialRuns.class);
    private static final byte[] NO_FIRMS = {};

    /** As many of a version as its page shows. */
    private static final int MOST_KEPT = 20;

    private final TrialRepository repository;
    private final Drafts drafts;
    private final Programmes programmes;
    private final Vocabularies vocabularies;
    private final TrialSubjects subjects;
    private final TransactionOperations<Connection> transactions;
    private final Audit audit;
    private final Json json;
    private final ExecutorService executor;
    private final Clock clock;
    private final TrialPlaces places = new TrialPlaces();

    TrialRuns(
            TrialRepository repository,
            Drafts drafts,
            Programmes programmes,
            Vocabularies vocabularies,
            TrialSubjects subjects,
            TransactionOperations<Connection> transactions,
            Audit audit,
            Json json,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.programmes = programmes;
        this.vocabularies = vocabularies;
        this.subjects = subjects;
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
        long id = begun(tenant, actor, draft, settings);
        CountDownLatch ended = new CountDownLatch(1);
        executor.execute(() -> {
            try {
                inTurn(
                        tenant,
                        id,
                        () -> run(
                                tenant,
                                id,
                                draft.programme(),
                                rule,
                                inForce == null ? null : inForce.rule(),
                                settings));
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

    /** The version that a draft would take the place of on the day; never the draft itself. */
    Optional<RuleVersion> inForce(Tenant tenant, Drafts.Draft draft, LocalDate day) {
        return programmes
                .inForce(tenant, draft.programme(), day)
                .filter(version ->
                        version.id() != draft.id() && !version.rule().basis().draftForComment());
    }

    /** The database keeps two of one bureau from running side by side, however close they come. */
    private long begun(Tenant tenant, String actor, Drafts.Draft draft, TrialSettings settings) {
        try {
            return save(tenant, actor, draft, settings);
        } catch (DataAccessException refused) {
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLIntegrityConstraintViolationException) {
                    throw Refusal.conflict("running", "有一次试算正在进行，请等它完成。");
                }
            }
            throw refused;
        }
    }

    private long save(Tenant tenant, String actor, Drafts.Draft draft, TrialSettings settings) {
        return transactions.executeWrite(status -> {
            repository.breakOff(tenant.id(), clock.instant().minus(LONGEST));
            List<TrialRow> shown = repository.newest(tenant.id(), draft.id());
            if (shown.size() >= MOST_KEPT) {
                repository.removeOlder(
                        tenant.id(), draft.id(), shown.get(MOST_KEPT - 2).key());
            }
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

    private void inTurn(Tenant tenant, long id, Runnable trial) {
        if (!places.run(trial, LONGEST_IN_LINE)) {
            LOG.warn("trial {} of {} found no place", id, tenant.slug());
            repository.end(tenant.id(), id, TrialRow.State.FAILED, "", NO_FIRMS, 0);
        }
    }

    private void run(
            Tenant tenant, long id, Programme programme, Rule rule, @Nullable Rule inForce, TrialSettings settings) {
        long began = System.nanoTime();
        try {
            Trial trial = new Trial(rule, inForce, settings.day(), vocabularies.parameters(tenant));
            subjects.each(tenant, programme, rule, inForce, settings, trial::accept);
            String result = json.write(trial.result(settings.budget()));
            byte[] firms = TrialRows.write(trial.outcomes());
            repository.end(tenant.id(), id, TrialRow.State.DONE, result, firms, millis(began));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A rule nested too deep and a register too large end a trial, not the house.
            LOG.warn("trial {} of {} failed", id, tenant.slug(), e);
            repository.end(tenant.id(), id, TrialRow.State.FAILED, "", NO_FIRMS, millis(began));
        }
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
