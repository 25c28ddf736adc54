package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_clawback}: money that a firm has to give back. */
@MappedEntity("subsidy_clawback")
record ClawbackRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        long amountFen,
        String reason,
        String clause,
        Progress state,
        String demandedBy,
        Instant demandedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {
    /** How far it is. */
    enum Progress {
        DEMANDED("待退回"),
        RETURNED("已退回"),
        DROPPED("已撤销");

        private final String label;

        Progress(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    long key() {
        return Objects.requireNonNull(id);
    }
}
