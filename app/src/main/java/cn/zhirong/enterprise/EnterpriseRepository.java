package cn.zhirong.enterprise;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code enterprise}; rows are added by {@link RegisterWriter}. Reads {@code organisation} to join by the code. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface EnterpriseRepository extends GenericRepository<EnterpriseRow, Long> {
    String COLUMNS = "SELECT e.id, e.tenant_id, e.credit_code, e.name, e.zone, e.section, e.industry, e.size_class,"
            + " e.figures_year, e.revenue_fen, e.staff, e.waiting, e.created_by, e.created_at, e.changed_at"
            + " FROM enterprise e ";

    /** What the list can be asked for; an empty word asks for nothing. */
    String ASKED = """
            WHERE e.tenant_id = :tenantId
              AND (:words = '' OR e.name LIKE :words OR e.credit_code LIKE :code)
              AND (:zone = '' OR e.zone = :zone)
              AND (:section = '' OR e.section = :section)
              AND (:size = '' OR e.size_class = :size)
              AND (:waiting = 0 OR e.waiting > 0)
              AND (:kind = '' OR EXISTS (
                SELECT 1 FROM enterprise_item i
                WHERE i.tenant_id = e.tenant_id AND i.enterprise_id = e.id AND i.kind = :kind
                  AND i.state IN ('STANDS', 'WAITS')
                  AND (i.begins_on IS NULL OR i.begins_on <= :today) AND (i.ends_on IS NULL OR i.ends_on >= :today)))
            """;

    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.id = :id")
    Optional<EnterpriseRow> find(long tenantId, long id);

    /** Whoever changes what is known of a firm comes one after the other. */
    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.id = :id FOR UPDATE")
    Optional<EnterpriseRow> lock(long tenantId, long id);

    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.credit_code IN (:codes)")
    List<EnterpriseRow> findByCodes(long tenantId, List<String> codes);

    /** By their codes, so that two who hold many of them do not wait for each other. */
    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.credit_code IN (:codes) ORDER BY e.credit_code FOR UPDATE")
    List<EnterpriseRow> lockByCodes(long tenantId, List<String> codes);

    /** By their numbers, so that two who hold many of them do not wait for each other. */
    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.id IN (:ids) ORDER BY e.id FOR UPDATE")
    List<EnterpriseRow> lockAll(long tenantId, List<Long> ids);

    /** Some of all of them, by their numbers. */
    @Query(COLUMNS + "WHERE e.tenant_id = :tenantId AND e.id > :after ORDER BY e.id LIMIT :size")
    List<EnterpriseRow> after(long tenantId, long after, int size);

    @Query(COLUMNS + ASKED
            + " ORDER BY CASE WHEN :sort = 'revenue' THEN COALESCE(e.revenue_fen, -1) END DESC,"
            + " CASE WHEN :sort = 'name' THEN e.name END, CASE WHEN :sort = 'changed' THEN e.changed_at END DESC,"
            + " e.id LIMIT :limit OFFSET :offset")
    List<EnterpriseRow> search(
            long tenantId,
            String words,
            String code,
            String zone,
            String section,
            String size,
            int waiting,
            String kind,
            LocalDate today,
            String sort,
            int limit,
            int offset);

    @Query("SELECT COUNT(*) FROM enterprise e " + ASKED)
    long count(
            long tenantId,
            String words,
            String code,
            String zone,
            String section,
            String size,
            int waiting,
            String kind,
            LocalDate today);

    @Query(
            "SELECT DISTINCT e.zone FROM enterprise e WHERE e.tenant_id = :tenantId AND e.zone <> '' ORDER BY e.zone LIMIT 200")
    List<String> zones(long tenantId);

    /** The code of an enterprise that registered itself and was verified. */
    @Query("""
            SELECT o.credit_code FROM organisation o
            WHERE o.tenant_id = :tenantId AND o.id = :organisationId AND o.kind = 'ENTERPRISE' AND o.state = 'VERIFIED'
              AND o.credit_code IS NOT NULL
            """)
    Optional<String> verifiedCode(long tenantId, long organisationId);

    /** How far a firm has come that registered itself under this code, by the word of {@code people}. */
    @Query("""
            SELECT o.state FROM organisation o
            WHERE o.tenant_id = :tenantId AND o.kind = 'ENTERPRISE' AND o.credit_code = :creditCode
            """)
    Optional<String> registered(long tenantId, String creditCode);
}
