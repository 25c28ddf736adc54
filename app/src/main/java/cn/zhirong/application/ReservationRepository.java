package cn.zhirong.application;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Moves money within {@code subsidy_budget}: each move is one statement that looks and changes at once. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReservationRepository extends GenericRepository<ApplicationRow, Long> {
    /** 1 where there was room. */
    @Query("""
            UPDATE subsidy_budget SET reserved_fen = reserved_fen + :fen
            WHERE tenant_id = :tenantId AND programme_id = :programmeId AND year = :year
              AND reserved_fen + paid_fen + :fen <= amount_fen
            """)
    int reserve(long tenantId, long programmeId, int year, long fen);

    /** 1 where so much was reserved. */
    @Query("""
            UPDATE subsidy_budget SET reserved_fen = reserved_fen - :fen
            WHERE tenant_id = :tenantId AND programme_id = :programmeId AND year = :year AND reserved_fen >= :fen
            """)
    int release(long tenantId, long programmeId, int year, long fen);

    /** 1 where so much was reserved. */
    @Query("""
            UPDATE subsidy_budget SET reserved_fen = reserved_fen - :fen, paid_fen = paid_fen + :fen
            WHERE tenant_id = :tenantId AND programme_id = :programmeId AND year = :year AND reserved_fen >= :fen
            """)
    int pay(long tenantId, long programmeId, int year, long fen);

    /** 1 where so much was paid. */
    @Query("""
            UPDATE subsidy_budget SET paid_fen = paid_fen - :fen
            WHERE tenant_id = :tenantId AND programme_id = :programmeId AND year = :year AND paid_fen >= :fen
            """)
    int takeBack(long tenantId, long programmeId, int year, long fen);
}
