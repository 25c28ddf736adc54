package cn.zhirong.policy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Owns the tables {@code document_file} and {@code document_file_piece}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FileRepository extends GenericRepository<FileRow, Long> {
    FileRow save(FileRow row);

    @Query("""
            SELECT id, tenant_id, name, format, size_bytes, sha256, created_at
            FROM document_file WHERE tenant_id = :tenantId AND id = :id
            """)
    Optional<FileRow> find(long tenantId, long id);

    @Query("""
            INSERT INTO document_file_piece (tenant_id, file_id, ordinal, content)
            VALUES (:tenantId, :fileId, :ordinal, :content)
            """)
    void addPiece(long tenantId, long fileId, int ordinal, byte[] content);

    @Query("""
            SELECT tenant_id, file_id, ordinal, content FROM document_file_piece
            WHERE tenant_id = :tenantId AND file_id = :fileId AND ordinal = :ordinal
            """)
    Optional<PieceRow> piece(long tenantId, long fileId, int ordinal);

    @Query("DELETE FROM document_file_piece WHERE tenant_id = :tenantId AND file_id = :fileId")
    long deletePieces(long tenantId, long fileId);

    /** Takes away a file that no version needs any more; its pieces must be gone before. */
    @Query("DELETE FROM document_file WHERE tenant_id = :tenantId AND id = :id")
    long delete(long tenantId, long id);

    /** The next ones after {@code after}, by id: for walking through all of them. */
    @Query("""
            SELECT id, tenant_id, name, format, size_bytes, sha256, created_at
            FROM document_file WHERE tenant_id = :tenantId AND id > :after ORDER BY id LIMIT 100
            """)
    List<FileRow> after(long tenantId, long after);

    @Query("SELECT COUNT(*) FROM document_file WHERE tenant_id = :tenantId")
    long count(long tenantId);
}
