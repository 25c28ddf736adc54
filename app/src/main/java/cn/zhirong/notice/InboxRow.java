package cn.zhirong.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code inbox_notice}. */
@MappedEntity("inbox_notice")
record InboxRow(
        @Id long id,
        long tenantId,
        long accountId,
        String kind,
        String title,
        String words,
        String link,
        Instant createdAt,
        @Nullable Instant readAt) {}
