package cn.zhirong.assistant;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code conversation}; {@code visitor} is the digest of the asker's mark. */
@MappedEntity("conversation")
record ConversationRow(@Id String id, long tenantId, String visitor, Instant createdAt) {}
