package cn.zhirong.subsidy;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code rate_entry}. */
@MappedEntity("rate_entry")
record RateEntryRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String name,
        @Nullable LocalDate publishedOn,
        @Nullable Long ppm,
        @Nullable Long wasPpm,
        LocalDate keptUntil,
        String reason,
        State state,
        String enteredBy,
        Instant enteredAt) {
    /** What became of it. */
    enum State {
        WAITING,
        CONFIRMED,
        WITHDRAWN
    }

    long key() {
        return Objects.requireNonNull(id);
    }
}
