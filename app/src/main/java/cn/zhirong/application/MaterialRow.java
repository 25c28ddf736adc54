package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_material}: which file is handed in as what. */
@MappedEntity("subsidy_material")
record MaterialRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        String material,
        long fileId,
        String addedBy,
        Instant addedAt) {
    long key() {
        return Objects.requireNonNull(id);
    }
}
