package cn.zhirong.subsidy;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_programme}. */
@MappedEntity("subsidy_programme")
record ProgrammeRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String code,
        String title,
        ProgrammeKind kind,
        String policy,
        String content,
        int revision,
        String changedBy,
        Instant changedAt) {
    long key() {
        return Objects.requireNonNull(id);
    }
}
