package cn.zhirong.application;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code subsidy_subscription}: somebody wants to hear of a programme. */
@MappedEntity("subsidy_subscription")
record SubscriptionRow(long tenantId, long accountId, @Id long programmeId, Instant since) {}
