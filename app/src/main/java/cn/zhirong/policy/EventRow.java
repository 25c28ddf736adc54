package cn.zhirong.policy;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code index_event}. */
@MappedEntity("index_event")
record EventRow(@Id @GeneratedValue @Nullable Long id, long tenantId, long versionId, Instant createdAt) {}
