package cn.zhirong.knowledge;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.knowledge.HitRun.Cause;
import cn.zhirong.knowledge.HitRun.Decision;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a bureau's set: on the index as it is, by other settings, and on the index as a publication would leave it. */
@Singleton
class HitRuns {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Vectors that are just being made are waited for so long, and then left out. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final HitSets sets;
    private final HitRunRepository repository;
    private final AdoptedSettings settings;
    private final PolicyIndexes indexes;
    private final IndexFollower follower;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    HitRuns(
            HitSets sets,
            HitRunRepository repository,
            AdoptedSettings settings,
            PolicyIndexes indexes,
            IndexFollower follower,
            Audit audit,
            Json json,
            Clock clock) {
        this.sets = sets;
        this.repository = repository;
        this.settings = settings;
        this.indexes = indexes;
        this.follower = follower;
        this.audit = audit;
        this.json = json;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** The set on the index as it is, compared with the last time. */
    HitRun present(Tenant tenant, String actor) {
        AdoptedSettings.Adopted adopted = settings.adopted(tenant);
        Map<Long, HitResult> last = last(tenant).map(HitRun::results).orElse(List.of()).stream()
                .collect(Collectors.toMap(HitResult::questionId, Function.identity()));
        Setting setting = new Setting(Cause.PRESENT, today(), adopted.settings(), adopted.revision(), null, "");
        HitTest test = test(tenant, adopted.settings(), today(), null);
        return run(tenant, actor, setting, test, question -> {
            HitResult before = last.get(question.id());
            // A question that has other words now is another question.
            return before == null || !before.question().equals(question.text()) ? null : before.rank();
        });
    }

    /** The set by other settings, compared with the adopted ones. */
    HitRun trial(Tenant tenant, String actor, SearchSettings changed) {
        AdoptedSettings.Adopted adopted = settings.adopted(tenant);
        Setting setting = new Setting(Cause.TRIAL, today(), changed, adopted.revision(), null, "");
        HitTest now = test(tenant, adopted.settings(), today(), null);
        HitTest then = test(tenant, changed, today(), null);
        return run(tenant, actor, setting, then, question -> now.run(question).rank());
    }

    /** The set on the index as changes would leave it, on the first day the draft holds; compared with the index as it is. */
    HitRun gate(Tenant tenant, String actor, PolicyVersion draft, List<IndexChange> changes) {
        AdoptedSettings.Adopted adopted = settings.adopted(tenant);
        LocalDate start = draft.startsOn();
        LocalDate day = start != null && start.isAfter(today()) ? start : today();
        HitTest now = test(tenant, adopted.settings(), day, null);
        try (DraftOverlay overlay = indexes.overlay(tenant.slug(), changes)) {
            HitTest then = new HitTest(indexes, tenant.slug(), adopted.settings(), day, overlay);
            Setting setting =
                    new Setting(Cause.GATE, day, adopted.settings(), adopted.revision(), draft.id(), draft.title());
            return run(
                    tenant, actor, setting, then, question -> now.run(question).rank());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The latest, without their results. */
    List<HitRunRow> latest(Tenant tenant) {
        return repository.latest(tenant.id());
    }

    HitRun run(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).map(this::run).orElseThrow(Refusal::notFound);
    }

    /** The last run on the index as it was. */
    Optional<HitRun> last(Tenant tenant) {
        return repository.lastPresent(tenant.id()).map(this::run);
    }

    /** What is found for some words now, with the bureau's settings. */
    List<PassageHit> hits(Tenant tenant, String text) {
        return new HitTest(indexes, tenant.slug(), settings.adopted(tenant).settings(), today(), null).hits(text);
    }

    /** Makes the settings of a trial the bureau's own. */
    @Transactional
    void adopt(Tenant tenant, String actor, long id) {
        HitRun trial = trial(tenant, id);
        settings.adopt(tenant, actor, trial.settingsRevision(), trial.settings());
        decide(tenant, actor, id, Decision.ADOPTED, "");
    }

    /** Leaves the settings of a trial. */
    @Transactional
    void discard(Tenant tenant, String actor, long id) {
        trial(tenant, id);
        decide(tenant, actor, id, Decision.DISCARDED, "");
        audit.record(tenant, actor, "search.discard", "hit-run/" + id, "");
    }

    /** Keeps why a document was published nevertheless; joins the transaction of the publication. */
    @Transactional
    void overrule(Tenant tenant, String actor, long id, String reason) {
        decide(tenant, actor, id, Decision.OVERRULED, reason);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** What a run is recorded with. */
    private record Setting(
            Cause cause,
            LocalDate day,
            SearchSettings settings,
            int settingsRevision,
            @Nullable Long versionId,
            String about) {}

    private HitTest test(Tenant tenant, SearchSettings with, LocalDate day, @Nullable DraftOverlay overlay) {
        follower.catchUp(tenant);
        indexes.settle(SETTLING);
        return new HitTest(indexes, tenant.slug(), with, day, overlay);
    }

    private HitRun run(
            Tenant tenant,
            String actor,
            Setting setting,
            HitTest test,
            Function<HitQuestion, @Nullable Integer> before) {
        long began = System.nanoTime();
        var results = new ArrayList<HitResult>();
        for (HitQuestion question : sets.complete(tenant)) {
            HitTest.Found found = test.run(question);
            Integer then = before.apply(question);
            results.add(new HitResult(
                    question.id(),
                    question.text(),
                    question.clauses().stream().map(HitClause::words).toList(),
                    found.rank(),
                    found.missing(),
                    then != null,
                    then == null ? 0 : then,
                    found.top()));
        }
        if (results.isEmpty()) {
            throw Refusal.unprocessable("empty-hit-set", "还没有设好应命中条款的题目，请先添加命中题。");
        }
        return run(repository.save(row(tenant, actor, setting, results, (System.nanoTime() - began) / 1_000_000)));
    }

    private HitRunRow row(Tenant tenant, String actor, Setting setting, List<HitResult> results, long millis) {
        int[] hits = {1, HitTest.PASS, 10};
        for (int i = 0; i < hits.length; i++) {
            int first = hits[i];
            hits[i] = (int) results.stream()
                    .filter(result -> HitResult.isAmong(result.rank(), first))
                    .count();
        }
        return new HitRunRow(
                null,
                tenant.id(),
                setting.cause(),
                actor,
                clock.instant(),
                setting.day(),
                millis,
                setting.versionId(),
                setting.about(),
                json.write(setting.settings()),
                setting.settingsRevision(),
                results.size(),
                hits[0],
                hits[1],
                hits[2],
                json.write(results),
                null,
                null,
                null,
                null);
    }

    private HitRun trial(Tenant tenant, long id) {
        HitRun run = run(tenant, id);
        if (run.cause() != Cause.TRIAL) {
            throw Refusal.notFound();
        }
        return run;
    }

    private void decide(Tenant tenant, String actor, long id, Decision decision, String reason) {
        if (repository.decide(tenant.id(), id, decision, actor, clock.instant(), reason) == 0) {
            throw Refusal.conflict("decided", "这次运行已经处理过了。");
        }
    }

    private HitRun run(HitRunRow row) {
        return new HitRun(
                Objects.requireNonNull(row.id()),
                row.cause(),
                row.ranBy(),
                row.ranAt(),
                row.asOf(),
                row.millis(),
                row.versionId(),
                row.about(),
                json.read(row.settings(), SearchSettings.class),
                row.settingsRevision(),
                json.readList(row.results(), HitResult.class),
                row.decision(),
                row.decidedBy(),
                row.decidedAt(),
                row.reason());
    }
}
