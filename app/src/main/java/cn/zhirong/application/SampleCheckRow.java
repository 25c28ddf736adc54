package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_sample_row}: an application that was drawn, and what came of looking at it.
 *
 * @param firstBy who reviewed it and {@code drawnBy} who drew it, so that the database itself refuses them as checkers
 * @param sheet a list of {@link Item} as JSON; null before it was checked
 * @param finding what was found; null where all was in order, or nobody has looked yet
 */
@MappedEntity("subsidy_sample_row")
record SampleCheckRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long sampleId,
        long applicationId,
        @Nullable String firstBy,
        @Nullable String secondBy,
        String drawnBy,
        @Nullable String sheet,
        @Nullable String finding,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt) {
    /** What is looked at, and how it was found. */
    @io.micronaut.serde.annotation.Serdeable
    record Item(String what, boolean inOrder, String words) {}

    long key() {
        return Objects.requireNonNull(id);
    }

    boolean isChecked() {
        return checkedBy != null;
    }

    /** Whether this person had a part in it and is no checker of it. */
    boolean isOwn(String username) {
        return username.equals(firstBy) || username.equals(secondBy) || username.equals(drawnBy);
    }
}
