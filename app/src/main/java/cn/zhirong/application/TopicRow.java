package cn.zhirong.application;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code subsidy_topic}: somebody wants to hear of all programmes of a {@link Topic}. */
@MappedEntity("subsidy_topic")
record TopicRow(long tenantId, long accountId, @Id String topic, Instant since) {}
