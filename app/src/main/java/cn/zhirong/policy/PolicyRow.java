package cn.zhirong.policy;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code policy}: only an identity; {@code code} is the folder of one that came with the application. */
@MappedEntity("policy")
record PolicyRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        @Nullable String code,
        Instant createdAt) {}
