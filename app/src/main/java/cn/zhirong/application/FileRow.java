package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_file}: a file of a firm, kept once. */
@MappedEntity("subsidy_file")
record FileRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long enterpriseId,
        String name,
        String format,
        int sizeBytes,
        String sha256,
        byte[] content,
        String uploadedBy,
        Instant uploadedAt) {
    long key() {
        return Objects.requireNonNull(id);
    }
}
