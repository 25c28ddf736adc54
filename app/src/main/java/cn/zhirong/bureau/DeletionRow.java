package cn.zhirong.bureau;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tenant_deletion}. */
@MappedEntity("tenant_deletion")
record DeletionRow(
        @Id long id,
        long tenantId,
        String askedBy,
        Instant askedAt,
        String reason,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant dueAt,
        @Nullable String receipt) {}
