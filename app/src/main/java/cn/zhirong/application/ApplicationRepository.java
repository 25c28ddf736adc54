package cn.zhirong.application;

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

    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.enterprise_id = :enterpriseId ORDER BY a.id DESC LIMIT 500")
    List<ApplicationRow> ofFirm(long tenantId, long enterpriseId);

    /** Opened in these days, the newest first; decisions of an application follow the version of the day it was opened on. */
    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.programme_id = :programmeId"
            + " AND a.opened_on BETWEEN :from AND :until ORDER BY a.id DESC LIMIT 500")
    List<ApplicationRow> openedBetween(long tenantId, long programmeId, LocalDate from, LocalDate until);

    /** The newest that each firm handed in. */
    @Query(COLUMNS + "WHERE a.tenant_id = :tenantId AND a.programme_id = :programmeId AND a.id IN ("
            + "SELECT MAX(b.id) FROM subsidy_application b WHERE b.tenant_id = :tenantId AND b.programme_id = :programmeId"
            + " AND b.submitted_on IS NOT NULL GROUP BY b.enterprise_id) ORDER BY a.id")
    List<ApplicationRow> handedIn(long tenantId, long programmeId);

    @Query("SELECT COUNT(DISTINCT a.enterprise_id) FROM subsidy_application a"
            + " WHERE a.tenant_id = :tenantId AND a.programme_id = :programmeId AND a.submitted_on IS NOT NULL")
    int countHandedIn(long tenantId, long programmeId);

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
}
