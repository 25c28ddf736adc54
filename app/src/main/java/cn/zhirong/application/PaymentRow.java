package cn.zhirong.application;

import cn.zhirong.web.Refusal;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_disbursement_row}: one payment.
 *
 * @param payee who is paid, in Chinese
 * @param account as {@link PayAccounts} seals it; empty where it is not known
 */
@MappedEntity("subsidy_disbursement_row")
record PaymentRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long disbursementId,
        long applicationId,
        int ordinal,
        String payee,
        String account,
        long amountFen,
        Outcome state,
        String remark,
        @Nullable LocalDate settledOn) {
    /** What became of it. */
    enum Outcome {
        SENT("待支付", "wait"),
        PAID("已到账", "ok"),
        FAILED("未成功", "bad"),
        /** The finance office did not confirm it: nothing was sent to a bank. */
        RETURNED("财政局未确认", "gone");

        private final String label;
        private final String tone;

        Outcome(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        String label() {
            return label;
        }

        String tone() {
            return tone;
        }
    }

    long key() {
        return Objects.requireNonNull(id);
    }

    /** What it is for, of those that were read for a whole batch. */
    ApplicationRow application(Map<Long, ApplicationRow> read) {
        return Optional.ofNullable(read.get(applicationId)).orElseThrow(Refusal::notFound);
    }
}
