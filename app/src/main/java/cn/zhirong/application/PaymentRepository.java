package cn.zhirong.application;

import cn.zhirong.application.PaymentRow.Outcome;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;

/** Owns the table {@code subsidy_disbursement_row}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PaymentRepository extends GenericRepository<PaymentRow, Long> {
    String COLUMNS = "SELECT p.id, p.tenant_id, p.disbursement_id, p.application_id, p.ordinal, p.payee, p.account,"
            + " p.amount_fen, p.state, p.remark, p.settled_on FROM subsidy_disbursement_row p ";

    PaymentRow save(PaymentRow row);

    @Query(COLUMNS + "WHERE p.tenant_id = :tenantId AND p.disbursement_id = :disbursementId ORDER BY p.ordinal")
    List<PaymentRow> of(long tenantId, long disbursementId);

    @Query(COLUMNS + "WHERE p.tenant_id = :tenantId AND p.application_id = :applicationId ORDER BY p.id LIMIT 500")
    List<PaymentRow> ofApplication(long tenantId, long applicationId);

    /** Where money arrived for this payee, the newest first. */
    @Query("SELECT p.account FROM subsidy_disbursement_row p WHERE p.tenant_id = :tenantId AND p.payee = :payee"
            + " AND p.state = 'PAID' ORDER BY p.id DESC LIMIT 1")
    List<String> accountsOf(long tenantId, String payee);

    /** What arrived for an application so far. */
    default long paid(long tenantId, long applicationId) {
        return ofApplication(tenantId, applicationId).stream()
                .filter(row -> row.state() == Outcome.PAID)
                .mapToLong(PaymentRow::amountFen)
                .sum();
    }

    @Query("""
            UPDATE subsidy_disbursement_row SET state = :state, remark = :remark, settled_on = :on
            WHERE tenant_id = :tenantId AND id = :id AND state = 'SENT'
            """)
    int settle(long tenantId, long id, Outcome state, String remark, LocalDate on);

    @Query("""
            UPDATE subsidy_disbursement_row SET account = :account
            WHERE tenant_id = :tenantId AND disbursement_id = :disbursementId AND ordinal = :ordinal AND state = 'SENT'
            """)
    int account(long tenantId, long disbursementId, int ordinal, String account);
}
