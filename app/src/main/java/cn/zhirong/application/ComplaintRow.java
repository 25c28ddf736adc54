package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_complaint}: an objection or an appeal.
 *
 * @param contact how to reach whoever objects, sealed; empty where nothing was left, or not any more
 * @param accountId of whoever was signed in; null for anybody else
 * @param eraseOn when the name and the contact are taken away; null before it was answered
 * @param firstBy who reviewed it, so that the database itself refuses them as judges
 */
@MappedEntity("subsidy_complaint")
record ComplaintRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        Kind kind,
        @Nullable Long accountId,
        String name,
        String contact,
        String words,
        Instant receivedAt,
        LocalDate dueOn,
        Progress state,
        @Nullable String firstBy,
        @Nullable String secondBy,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String answer,
        @Nullable LocalDate eraseOn) {
    /** Whose it is. */
    enum Kind {
        /** Of anybody, against a payment that was made public. */
        OBJECTION("异议"),
        /** Of the firm, against a refusal. */
        APPEAL("申诉");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What became of it. */
    enum Progress {
        OPEN("待答复", "wait"),
        GRANTED("成立", "ok"),
        REJECTED("不成立", "gone");

        private final String label;
        private final String tone;

        Progress(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        String label() {
            return label;
        }

        String tone() {
            return tone;
        }
    }

    long key() {
        return Objects.requireNonNull(id);
    }

    boolean isOpen() {
        return state == Progress.OPEN;
    }
}
