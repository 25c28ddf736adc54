package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_batch}: applications that a meeting decides together. */
@MappedEntity("subsidy_batch")
record BatchRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String title,
        LocalDate meetingOn,
        Progress state,
        String minutes,
        String createdBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {
    /** How far it is. */
    enum Progress {
        OPEN("待会议决定"),
        DECIDED("会议已决定");

        private final String label;

        Progress(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    long key() {
        return Objects.requireNonNull(id);
    }
}
