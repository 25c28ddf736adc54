package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_correction}: something that the firm has to put right.
 *
 * @param item a task by its path, or {@code material:} and the material's id
 */
@MappedEntity("subsidy_correction")
record CorrectionRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        String item,
        String words,
        String askedBy,
        Instant askedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {
    long key() {
        return Objects.requireNonNull(id);
    }

    boolean isOpen() {
        return answeredAt == null;
    }
}
