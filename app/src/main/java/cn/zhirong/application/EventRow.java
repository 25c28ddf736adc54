package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_event}: a step that was taken.
 *
 * @param step the name of a {@link Step}, or {@code OPEN}
 */
@MappedEntity("subsidy_event")
record EventRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long applicationId,
        String step,
        State state,
        String actor,
        String remark,
        Instant happenedAt) {
    /** The step of whoever began it. */
    static final String OPEN = "OPEN";

    String label() {
        return step.equals(OPEN) ? "开始填写" : Step.valueOf(step).label();
    }
}
