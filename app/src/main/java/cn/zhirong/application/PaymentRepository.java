package cn.zhirong.application;

import cn.zhirong.application.PaymentRow.Outcome;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * That a payment to the same payee for the same application did not arrive before.
     *
     * @param ordinal of the payment that is looked at
     * @param batch the number of the earlier batch
     * @param remark what the bank said
     * @param settledBy who took the bank's answer in; null where that is not known
     */
    @Introspected
    record Bounced(
            int ordinal,
            String batch,
            String remark,
            LocalDate settledOn,
            @Nullable String settledBy) {}

    /** What of a batch was sent to a bank before and, as the bank's answer was taken in, did not arrive. */
    @Query("""
            SELECT p.ordinal, d.number AS batch, e.remark, e.settled_on, d.settled_by
            FROM subsidy_disbursement_row p
            JOIN subsidy_disbursement_row e ON e.tenant_id = p.tenant_id AND e.application_id = p.application_id
              AND e.payee = p.payee AND e.state = 'FAILED' AND e.disbursement_id < p.disbursement_id
            JOIN subsidy_disbursement d ON d.tenant_id = e.tenant_id AND d.id = e.disbursement_id
            WHERE p.tenant_id = :tenantId AND p.disbursement_id = :disbursementId
            ORDER BY p.ordinal, e.id
            """)
    List<Bounced> bounced(long tenantId, long disbursementId);

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

    /** Accounts that an earlier version wrote in plain words, after this row. */
    @Query("SELECT p.id, p.account FROM subsidy_disbursement_row p WHERE p.tenant_id = :tenantId AND p.id > :after"
            + " AND p.account LIKE '{%' ORDER BY p.id LIMIT :limit")
    List<PayAccounts.Plain> plainAccounts(long tenantId, long after, int limit);

    /** 1, or 0 where somebody changed it meanwhile. */
    @Query(
            "UPDATE subsidy_disbursement_row SET account = :sealed WHERE tenant_id = :tenantId AND id = :id AND account = :plain")
    int seal(long tenantId, long id, String plain, String sealed);
}
