package cn.zhirong.application;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Owns the table {@code subsidy_application}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ApplicationRepository extends GenericRepository<ApplicationRow, Long> {
    String COLUMNS = "SELECT a.id, a.tenant_id, a.number, a.programme_id, a.rule_id, a.enterprise_id, a.firm, a.origin,"
            + " a.state, a.revision, a.opened_by, a.opened_on, a.opened_at, a.submitted_on, a.facts, a.done, a.account,"
            + " a.amount_fen, a.budget_year, a.due_on, a.first_by, a.second_by, a.batch_id, a.notice_id, a.changed_at,"
            + " a.assignee FROM subsidy_application a ";

    String ASKED = """
            WHERE a.tenant_id = :tenantId AND a.state IN (:states)
              AND (:words = '' OR a.firm LIKE :words OR a.number LIKE :words)
              AND (:programme = 0 OR a.programme_id = :programme)
              AND (:batch = 0 OR a.batch_id = :batch)
              AND (:notice = 0 OR a.notice_id = :notice)
              AND (:who = '' OR (:who = '-' AND a.assignee IS NULL) OR a.assignee = :who)
            """;

    ApplicationRow save(ApplicationRow row);

    /** Whoever changes an application comes one after the other. */
    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.id = :id FOR UPDATE")
    Optional<ApplicationRow> lock(long tenantId, long id);

    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.id = :id")
    Optional<ApplicationRow> find(long tenantId, long id);

    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.id IN (:ids)")
    List<ApplicationRow> all(long tenantId, List<Long> ids);

    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.enterprise_id = :enterpriseId ORDER BY a.id DESC LIMIT 500")
    List<ApplicationRow> ofFirm(long tenantId, long enterpriseId);

    @Query(COLUMNS + ASKED + " ORDER BY a.due_on IS NULL, a.due_on, a.id LIMIT :limit OFFSET :offset")
    List<ApplicationRow> search(
            long tenantId,
            List<String> states,
            String words,
            long programme,
            long batch,
            long notice,
            String who,
            int limit,
            int offset);

    /** How many firms of a list are how far, and how much that is, by who put them there. */
    @Introspected
    record Listed(long programmeId, State state, @Nullable String firstBy, long firms, long fen) {}

    @Query("SELECT a.programme_id, a.state, a.first_by, COUNT(*) AS firms, CAST(SUM(a.amount_fen) AS SIGNED) AS fen"
            + " FROM subsidy_application a WHERE a.tenant_id = :tenantId AND a.state IN ('FOUND', 'OFFERED')"
            + " GROUP BY a.programme_id, a.state, a.first_by")
    List<Listed> listed(long tenantId);

    @Query("SELECT COUNT(*) FROM subsidy_application a " + ASKED)
    long count(long tenantId, List<String> states, String words, long programme, long batch, long notice, String who);

    @Query("SELECT a.id FROM subsidy_application a " + ASKED + " ORDER BY a.due_on IS NULL, a.due_on, a.id LIMIT 2000")
    List<Long> ids(
            long tenantId, List<String> states, String words, long programme, long batch, long notice, String who);

    @Query("UPDATE subsidy_application SET assignee = :assignee WHERE tenant_id = :tenantId AND id = :id")
    int assign(long tenantId, long id, @Nullable String assignee);

    /** 1, or 0 where somebody else changed it meanwhile. */
    @Query("""
            UPDATE subsidy_application SET rule_id = :ruleId, opened_on = :openedOn, state = :state, revision = :revision + 1, submitted_on = :submittedOn, facts = :facts,
              done = :done, account = :account, amount_fen = :amountFen, budget_year = :budgetYear, due_on = :dueOn,
              first_by = :firstBy, second_by = :secondBy, batch_id = :batchId, notice_id = :noticeId, changed_at = :changedAt
            WHERE tenant_id = :tenantId AND id = :id AND revision = :revision
            """)
    int write(
            long tenantId,
            long id,
            int revision,
            long ruleId,
            LocalDate openedOn,
            State state,
            @Nullable LocalDate submittedOn,
            String facts,
            String done,
            String account,
            @Nullable Long amountFen,
            @Nullable Integer budgetYear,
            @Nullable LocalDate dueOn,
            @Nullable String firstBy,
            @Nullable String secondBy,
            @Nullable Long batchId,
            @Nullable Long noticeId,
            Instant changedAt);

    @Query("SELECT last_number FROM subsidy_number WHERE tenant_id = :tenantId AND year = :year FOR UPDATE")
    Optional<Integer> lastNumber(long tenantId, int year);

    @Query("INSERT IGNORE INTO subsidy_number (tenant_id, year, last_number) VALUES (:tenantId, :year, 0)")
    void makeNumber(long tenantId, int year);

    @Query("UPDATE subsidy_number SET last_number = last_number + 1 WHERE tenant_id = :tenantId AND year = :year")
    void countNumber(long tenantId, int year);

    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.number = :number")
    Optional<ApplicationRow> numbered(long tenantId, String number);

    /** How many of a programme were handed in. */
    @Query("SELECT COUNT(*) FROM subsidy_application a"
            + " WHERE a.tenant_id = :tenantId AND a.programme_id = :programmeId AND a.submitted_on IS NOT NULL")
    int countHandedIn(long tenantId, long programmeId);

    /** The next 500 of them after this one, in the order in which they were begun. */
    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.programme_id = :programmeId AND a.submitted_on IS NOT NULL"
            + " AND a.id > :after ORDER BY a.id LIMIT 500")
    List<ApplicationRow> handedIn(long tenantId, long programmeId, long after);

    /** When an application was handed in, complete. */
    @Introspected
    record Filed(long applicationId, Instant filedAt) {}

    /** Whoever confirms what was offered hands it in by that. */
    @Query("SELECT e.application_id, MAX(e.happened_at) AS filed_at FROM subsidy_event e WHERE e.tenant_id = :tenantId"
            + " AND e.application_id IN (:applications) AND e.step IN ('SUBMIT', 'CONFIRM') GROUP BY e.application_id")
    List<Filed> filed(long tenantId, List<Long> applications);

    /** What was found last, under which version. */
    @Introspected
    record Found(long applicationId, long ruleId, String findings, Instant decidedAt) {}

    /** The last review of each of these applications. */
    @Query("SELECT r.application_id, r.rule_id, r.findings, r.decided_at FROM subsidy_review r"
            + " WHERE r.tenant_id = :tenantId AND r.id IN (SELECT MAX(l.id) FROM subsidy_review l"
            + " WHERE l.tenant_id = :tenantId AND l.application_id IN (:applications) GROUP BY l.application_id)")
    List<Found> found(long tenantId, List<Long> applications);

    /** Opened or decided in these days, or of these states, the newest first; what is only begun is the firm's own. */
    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.programme_id = :programmeId AND a.state <> 'DRAFT'"
            + " AND (a.opened_on BETWEEN :from AND :until OR a.state IN (:states) OR EXISTS (SELECT 1 FROM subsidy_review r"
            + " WHERE r.tenant_id = a.tenant_id AND r.application_id = a.id AND r.decided_at >= :begin AND r.decided_at < :end))"
            + " ORDER BY a.id DESC LIMIT 500")
    List<ApplicationRow> touched(
            long tenantId,
            long programmeId,
            LocalDate from,
            LocalDate until,
            List<String> states,
            Instant begin,
            Instant end);

    /** The next 500 after this one whose clock still runs, of these states. */
    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.state IN (:states) AND a.due_on >= :today AND a.id > :after"
            + " ORDER BY a.id LIMIT 500")
    List<ApplicationRow> running(long tenantId, List<String> states, LocalDate today, long after);

    /** When something became what it is. */
    @Introspected
    record Moved(long applicationId, Instant movedAt) {}

    @Query("SELECT e.application_id, MAX(e.happened_at) AS moved_at FROM subsidy_event e WHERE e.tenant_id = :tenantId"
            + " AND e.application_id IN (:applications) GROUP BY e.application_id")
    List<Moved> moved(long tenantId, List<Long> applications);

    /** Accounts that an earlier version wrote in plain words, after this row. */
    @Query("SELECT a.id, a.account FROM subsidy_application a WHERE a.tenant_id = :tenantId AND a.id > :after"
            + " AND a.account LIKE '{%' ORDER BY a.id LIMIT :limit")
    List<PayAccounts.Plain> plainAccounts(long tenantId, long after, int limit);

    /** 1, or 0 where somebody changed it meanwhile. */
    @Query(
            "UPDATE subsidy_application SET account = :sealed WHERE tenant_id = :tenantId AND id = :id AND account = :plain")
    int seal(long tenantId, long id, String plain, String sealed);

    /** Keeps what it says, as JSON, until the bureau compares it with what comes back. */
    @Query("UPDATE subsidy_application SET before_correction = :said WHERE tenant_id = :tenantId AND id = :id")
    int keep(long tenantId, long id, String said);

    @Query("SELECT a.before_correction FROM subsidy_application a"
            + " WHERE a.tenant_id = :tenantId AND a.id = :id AND a.before_correction IS NOT NULL")
    Optional<String> kept(long tenantId, long id);
}
