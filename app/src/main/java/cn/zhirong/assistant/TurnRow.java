package cn.zhirong.assistant;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code turn}; {@code answer} is a {@link Reply} as JSON, {@code reasons} names of {@link FeedbackReason}. */
@MappedEntity("turn")
record TurnRow(
        long tenantId,
        @Id String conversationId,
        int number,
        String question,
        LocalDate asOf,
        TurnState state,
        @Nullable String answer,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Boolean helpful,
        @Nullable String reasons,
        @Nullable String remark) {

    /** The day that the asker chose, or null where it is that of the question itself. */
    @Nullable
    LocalDate chosenDay() {
        return asOf.equals(LocalDate.ofInstant(askedAt, AskController.SHANGHAI)) ? null : asOf;
    }

    TurnKey key() {
        return new TurnKey(tenantId, conversationId, number);
    }
}
