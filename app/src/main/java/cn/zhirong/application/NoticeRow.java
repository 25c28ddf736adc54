package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_notice}: what everybody may read before anything is paid.
 *
 * @param content a list of {@link NoticeLine} as JSON, as it was published
 * @param lineCount how many lines that are
 */
@MappedEntity("subsidy_notice")
record NoticeRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long batchId,
        String title,
        Progress state,
        String content,
        int lineCount,
        LocalDate opensOn,
        LocalDate closesOn,
        String publishedBy,
        Instant publishedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt) {
    /** How far it is. */
    enum Progress {
        OPEN("公示中"),
        CLOSED("公示已结束");

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
