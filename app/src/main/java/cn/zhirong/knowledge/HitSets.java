package cn.zhirong.knowledge;

import cn.zhirong.access.Audit;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A bureau's questions with the clauses they must find. What belongs to another bureau is "not found". */
@Singleton
public class HitSets {
    /** More would keep a publisher waiting. */
    static final int MOST_QUESTIONS = 300;

    static final int MOST_CLAUSES = 10;
    static final int LONGEST_QUESTION = 200;

    private final HitQuestionRepository questions;
    private final HitClauseRepository clauses;
    private final Tenants tenants;
    private final Audit audit;
    private final Clock clock;

    HitSets(HitQuestionRepository questions, HitClauseRepository clauses, Tenants tenants, Audit audit, Clock clock) {
        this.questions = questions;
        this.clauses = clauses;
        this.tenants = tenants;
        this.audit = audit;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** All questions, oldest first. */
    List<HitQuestion> of(Tenant tenant) {
        Map<Long, List<HitClause>> byQuestion = clauses.of(tenant.id()).stream()
                .collect(Collectors.groupingBy(
                        HitClauseRow::questionId, Collectors.mapping(HitClauseRow::clause, Collectors.toList())));
        return questions.of(tenant.id()).stream()
                .map(row -> new HitQuestion(
                        Objects.requireNonNull(row.id()), row.question(), byQuestion.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Those that name a clause: the ones that can be run. */
    List<HitQuestion> complete(Tenant tenant) {
        return of(tenant).stream().filter(it -> !it.clauses().isEmpty()).toList();
    }

    boolean isEmpty(Tenant tenant) {
        return questions.countComplete(tenant.id()) == 0;
    }

    HitQuestion question(Tenant tenant, long id) {
        HitQuestionRow row = questions.find(tenant.id(), id).orElseThrow(Refusal::notFound);
        List<HitClause> named = clauses.ofQuestion(tenant.id(), id).stream()
                .map(HitClauseRow::clause)
                .toList();
        return new HitQuestion(id, row.question(), named);
    }

    /**
     * Adds a question; one that is there in the same words is left as it is.
     *
     * @return its key
     */
    @Transactional
    public long add(Tenant tenant, String actor, String typed) {
        tenants.lock(tenant);
        String text = checked(typed);
        Long there =
                questions.byWords(tenant.id(), text).map(HitQuestionRow::id).orElse(null);
        if (there != null) {
            return there;
        }
        if (questions.of(tenant.id()).size() >= MOST_QUESTIONS) {
            throw Refusal.unprocessable("too-many-questions", "命中题最多 " + MOST_QUESTIONS + " 道，请先删去不再需要的。");
        }
        HitQuestionRow row = questions.save(new HitQuestionRow(null, tenant.id(), text, actor, clock.instant()));
        long id = Objects.requireNonNull(row.id());
        audit.record(tenant, actor, "hit-set.add", "hit-question/" + id, text);
        return id;
    }

    @Transactional
    void rename(Tenant tenant, String actor, long id, String typed) {
        tenants.lock(tenant);
        HitQuestion before = question(tenant, id);
        String text = checked(typed);
        if (text.equals(before.text())) {
            return;
        }
        if (questions.byWords(tenant.id(), text).isPresent()) {
            throw Refusal.badField("question", "已有一道题是这样问的。");
        }
        questions.rename(tenant.id(), id, text);
        audit.record(tenant, actor, "hit-set.rename", "hit-question/" + id, before.text() + " -> " + text);
    }

    @Transactional
    void expect(Tenant tenant, String actor, long id, HitClause clause) {
        tenants.lock(tenant);
        HitQuestion question = question(tenant, id);
        boolean there = question.clauses().stream()
                .anyMatch(it -> it.shelf().equals(clause.shelf())
                        && it.policyId() == clause.policyId()
                        && it.path().equals(clause.path()));
        if (there) {
            return;
        }
        if (question.clauses().size() >= MOST_CLAUSES) {
            throw Refusal.unprocessable("too-many-clauses", "一道题最多设 " + MOST_CLAUSES + " 条应命中条款。");
        }
        clauses.add(
                tenant.id(),
                id,
                clause.shelf(),
                clause.policyId(),
                clause.path(),
                clause.title(),
                clause.documentNumber());
        audit.record(tenant, actor, "hit-set.expect", "hit-question/" + id, clause.words());
    }

    @Transactional
    void release(Tenant tenant, String actor, long id, String shelf, long policyId, String path) {
        question(tenant, id);
        if (clauses.remove(tenant.id(), id, shelf, policyId, path) == 0) {
            throw Refusal.notFound();
        }
        audit.record(tenant, actor, "hit-set.release", "hit-question/" + id, shelf + "/" + policyId + " " + path);
    }

    @Transactional
    void remove(Tenant tenant, String actor, long id) {
        HitQuestion question = question(tenant, id);
        clauses.removeAll(tenant.id(), id);
        questions.remove(tenant.id(), id);
        audit.record(tenant, actor, "hit-set.remove", "hit-question/" + id, question.text());
    }

    private static String checked(String typed) {
        var kept = new StringBuilder();
        typed.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        String text = kept.toString().strip();
        if (text.isEmpty() || text.length() > LONGEST_QUESTION) {
            throw Refusal.badField("question", "题目须为 1 至 " + LONGEST_QUESTION + " 个字。");
        }
        return text;
    }
}
