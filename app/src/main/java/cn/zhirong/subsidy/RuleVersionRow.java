package cn.zhirong.subsidy;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_rule}. */
@MappedEntity("subsidy_rule")
public record RuleVersionRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long programmeId,
        int number,
        RuleState state,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        String content,
        int revision,
        String note,
        Transition transition,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        @Nullable Instant testedAt,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        @Nullable String secondBy) {
    /** Its number in the table. */
    public long key() {
        return Objects.requireNonNull(id);
    }
}
