package cn.zhirong.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code outbox_letter}; once it is sent the address is masked and the words are gone. */
@MappedEntity("outbox_letter")
record OutboxRow(
        @Id long id,
        long tenantId,
        String kind,
        String channel,
        String address,
        String subject,
        String words,
        State state,
        int attempts,
        Instant nextAt,
        String reason,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** What has become of it. */
    enum State {
        WAITING,
        SENT,
        HELD
    }
}
