package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_review}: a decision and the bytes it rests on.
 *
 * @param findings a {@link Findings} as JSON
 * @param payouts a list of {@link PayoutLine} as JSON
 * @param settled what earlier grants took away from the amount of the trace, in Chinese; empty for nothing
 * @param trace as {@code rule.Trace} wrote it
 * @param afterWhom who decided before; null at the first stage
 */
@MappedEntity("subsidy_review")
record ReviewRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        Stage stage,
        boolean passed,
        long ruleId,
        long amountFen,
        String findings,
        String payouts,
        String reason,
        byte[] trace,
        String settled,
        String traceSha256,
        String decidedBy,
        @Nullable String afterWhom,
        Instant decidedAt) {
    /** Which look it was. */
    enum Stage {
        FIRST("初审"),
        SECOND("复审");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
