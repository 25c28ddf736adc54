package cn.zhirong.tenant;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tenant}; the profile is kept as JSON, since only its owner reads its parts. */
@MappedEntity("tenant")
record TenantRow(
        @Id @GeneratedValue @Nullable Long id,
        String slug,
        String profile,
        boolean demonstration,
        Instant createdAt,
        TenantState state,
        @Nullable Instant stateSince,
        String stateReason,
        String switchedOff,
        int revision) {}
