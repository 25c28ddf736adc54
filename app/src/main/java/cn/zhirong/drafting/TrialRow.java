package cn.zhirong.drafting;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rule_trial}; {@code settings} is a {@link TrialSettings}, {@code result} a {@link TrialResult} as JSON, or empty
 * while there is none, {@code firms} what {@link TrialRows} writes. In lists the last two are left empty.
 */
@MappedEntity("rule_trial")
record TrialRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        long ruleId,
        int ruleRevision,
        State state,
        String askedBy,
        Instant askedAt,
        String settings,
        String result,
        byte[] firms,
        long millis) {

    /** How far it has come. */
    enum State {
        RUNNING("正在试算"),
        DONE("已完成"),
        FAILED("没有完成");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** In Chinese. */
        String label() {
            return label;
        }
    }

    long key() {
        return Objects.requireNonNull(id);
    }
}
