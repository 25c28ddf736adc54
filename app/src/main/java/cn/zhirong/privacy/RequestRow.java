package cn.zhirong.privacy;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code privacy_request}. */
@MappedEntity("privacy_request")
record RequestRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long accountId,
        @Nullable Long openAccountId,
        String askedBy,
        String reason,
        Instant askedAt,
        LocalDate dueOn,
        RequestState state,
        String answer,
        @Nullable String handledBy,
        @Nullable Instant handledAt) {

    long key() {
        return Objects.requireNonNull(id);
    }

    boolean isOpen() {
        return state == RequestState.OPEN;
    }
}
