package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_clawback}: money that has to be given back.
 *
 * @param payee who has to, as {@link Payees#name} calls them; empty for the firm
 */
@MappedEntity("subsidy_clawback")
record ClawbackRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        String payee,
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

    /** Who has to give it back. */
    String from(ApplicationRow row) {
        return payee.isEmpty() ? row.firm() : payee;
    }

    long key() {
        return Objects.requireNonNull(id);
    }
}
