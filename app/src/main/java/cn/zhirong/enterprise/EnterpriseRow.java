package cn.zhirong.enterprise;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code enterprise}: who it is, and what its facts say now for searching and sorting. */
@MappedEntity("enterprise")
record EnterpriseRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String creditCode,
        String name,
        String zone,
        @Nullable String section,
        @Nullable String industry,
        @Nullable String sizeClass,
        @Nullable Integer figuresYear,
        @Nullable Long revenueFen,
        @Nullable Long staff,
        int waiting,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {

    long key() {
        return Objects.requireNonNull(id);
    }
}
