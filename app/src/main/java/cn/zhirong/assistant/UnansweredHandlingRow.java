package cn.zhirong.assistant;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code unanswered_handling}. */
@MappedEntity("unanswered_handling")
record UnansweredHandlingRow(
        long tenantId, @Id String questionDigest, String remark, String handledBy, Instant handledAt) {}
