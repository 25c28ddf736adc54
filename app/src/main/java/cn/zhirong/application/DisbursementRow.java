package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_disbursement}: payments that go to the bank together. */
@MappedEntity("subsidy_disbursement")
record DisbursementRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String number,
        Progress state,
        long totalFen,
        String createdBy,
        Instant createdAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {
    /** How far it is. */
    enum Progress {
        OPEN("待财政局确认", "wait"),
        CONFIRMED("已确认，待银行回单", "info"),
        /** The finance office did not agree. */
        REJECTED("财政局未确认", "bad"),
        SETTLED("已核对回单", "ok");

        private final String label;
        private final String tone;

        Progress(String label, String tone) {
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
}
