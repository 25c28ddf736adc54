package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code subsidy_application}. Changed by {@link ApplicationEdit} and written by {@link Applications}. */
@MappedEntity("subsidy_application")
record ApplicationRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String number,
        long programmeId,
        long ruleId,
        long enterpriseId,
        String firm,
        Origin origin,
        State state,
        int revision,
        String openedBy,
        LocalDate openedOn,
        Instant openedAt,
        @Nullable LocalDate submittedOn,
        String facts,
        String done,
        String account,
        @Nullable Long amountFen,
        @Nullable Integer budgetYear,
        @Nullable LocalDate dueOn,
        @Nullable String firstBy,
        @Nullable String secondBy,
        @Nullable Long batchId,
        @Nullable Long noticeId,
        Instant changedAt,
        @Nullable String assignee) {

    /** How it came about. */
    enum Origin {
        /** The firm applied. */
        APPLIED,
        /** The bureau found it. */
        FOUND
    }

    long key() {
        return Objects.requireNonNull(id);
    }

    /** What is due, 0 where nothing was found yet. */
    long fen() {
        return amountFen == null ? 0 : amountFen;
    }

    boolean isDone(Task task) {
        return List.of(done.split(",")).contains(task.name());
    }

    /** Whether this person took part in deciding it. */
    boolean wasReviewedBy(String username) {
        return username.equals(firstBy) || username.equals(secondBy);
    }

    /** As the audit names it. */
    String object() {
        return "application/" + key();
    }
}
