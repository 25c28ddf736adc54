package cn.zhirong.subsidy;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_programme_version}. */
@MappedEntity("subsidy_programme_version")
record ProgrammeVersionRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        @Nullable Long programmeId,
        String code,
        @Nullable String openCode,
        String title,
        ProgrammeKind kind,
        String policy,
        String content,
        int revision,
        String note,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt,
        @Nullable String putBy,
        @Nullable Instant putAt) {
    long key() {
        return Objects.requireNonNull(id);
    }
}
