package cn.zhirong.application;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_call}: a call with its key, and what it was answered. */
@MappedEntity("subsidy_call")
record CallRow(
        long tenantId,
        long accountId,
        @Id String callKey,
        String bodySha256,
        @Nullable String answer,
        Instant calledAt) {}
