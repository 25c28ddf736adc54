package cn.zhirong.tenant;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Owns the table {@code tenant}, the one table whose rows belong to nobody else. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface TenantRepository extends GenericRepository<TenantRow, Long> {
    TenantRow save(TenantRow row);

    @Query("SELECT id, slug, profile, demonstration, created_at FROM tenant WHERE slug = :slug")
    Optional<TenantRow> findBySlug(String slug);

    @Query("SELECT id, slug, profile, demonstration, created_at FROM tenant ORDER BY slug LIMIT 1000")
    List<TenantRow> findAll();

    /** Held until the transaction ends: whoever writes events of one tenant does so one after the other. */
    @Query("SELECT id FROM tenant WHERE id = :id FOR UPDATE")
    long lock(long id);
}
