package cn.zhirong.knowledge;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code hit_question}. */
@MappedEntity("hit_question")
record HitQuestionRow(
        @Id @GeneratedValue @Nullable Long id, long tenantId, String question, String createdBy, Instant createdAt) {}
