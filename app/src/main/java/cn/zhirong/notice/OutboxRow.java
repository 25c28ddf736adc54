package cn.zhirong.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code outbox_letter}. Until it is sent, address and words are sealed ({@link SealedLetters}); after that the address is
 * masked and the words are gone.
 */
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

    OutboxRow with(String otherAddress, String otherWords) {
        return new OutboxRow(
                id,
                tenantId,
                kind,
                channel,
                otherAddress,
                subject,
                otherWords,
                state,
                attempts,
                nextAt,
                reason,
                createdAt,
                sentAt);
    }

    /** What has become of it. */
    enum State {
        WAITING,
        SENT,
        HELD
    }
}
