package cn.zhirong.policy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code policy_text}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TextRepository extends GenericRepository<TextRow, Long> {
    @Query("""
            INSERT INTO policy_text
              (tenant_id, version_id, content, found, cited_numbers, repealed_numbers, corrections, notices)
            VALUES
              (:tenantId, :versionId, :content, :found, :citedNumbers, :repealedNumbers, :corrections, :notices)
            """)
    void add(
            long tenantId,
            long versionId,
            String content,
            String found,
            String citedNumbers,
            String repealedNumbers,
            String corrections,
            String notices);

    @Query("""
            UPDATE policy_text SET content = :content, found = :found, cited_numbers = :citedNumbers,
              repealed_numbers = :repealedNumbers, corrections = :corrections, notices = :notices
            WHERE tenant_id = :tenantId AND version_id = :versionId
            """)
    long replace(
            long tenantId,
            long versionId,
            String content,
            String found,
            String citedNumbers,
            String repealedNumbers,
            String corrections,
            String notices);

    @Query("""
            SELECT tenant_id, version_id, content, found, cited_numbers, repealed_numbers, corrections, notices
            FROM policy_text WHERE tenant_id = :tenantId AND version_id = :versionId
            """)
    Optional<TextRow> find(long tenantId, long versionId);

    /** Document numbers that the text names, as a JSON list. */
    @Query("SELECT cited_numbers FROM policy_text WHERE tenant_id = :tenantId AND version_id = :versionId")
    Optional<String> citedNumbers(long tenantId, long versionId);

    /** Numbers and titles that the text repeals, as a JSON list. */
    @Query("SELECT repealed_numbers FROM policy_text WHERE tenant_id = :tenantId AND version_id = :versionId")
    Optional<String> repealedNumbers(long tenantId, long versionId);

    /** Published versions whose repeals contain these words; whether it is a whole number or title the caller must look. */
    @Query("""
            SELECT t.version_id FROM policy_text t
              JOIN policy_version v ON v.tenant_id = t.tenant_id AND v.id = t.version_id
            WHERE t.tenant_id = :tenantId AND v.state = 'PUBLISHED' AND t.repealed_numbers <> '[]'
              AND LOCATE(:words, t.repealed_numbers) > 0
            ORDER BY t.version_id LIMIT 100
            """)
    List<Long> repealing(long tenantId, String words);

    @Query("UPDATE policy_text SET notices = :notices WHERE tenant_id = :tenantId AND version_id = :versionId")
    long setNotices(long tenantId, long versionId, String notices);

    @Query("DELETE FROM policy_text WHERE tenant_id = :tenantId AND version_id = :versionId")
    long delete(long tenantId, long versionId);
}
