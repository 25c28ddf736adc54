package cn.zhirong.bureau;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Counts for the platform's operators, of all bureaus at once: the one place that looks across tenants, and only counts. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FiguresRepository extends GenericRepository<Figures, Long> {
    @Query("""
            SELECT t.id AS tenant_id,
              (SELECT COUNT(*) FROM account a WHERE a.tenant_id = t.id) AS accounts,
              (SELECT COUNT(*) FROM policy p WHERE p.tenant_id = t.id) AS policies,
              (SELECT COALESCE(SUM(f.size_bytes), 0) FROM document_file f WHERE f.tenant_id = t.id) AS bytes
            FROM tenant t ORDER BY t.id
            """)
    List<Figures> all();
}
