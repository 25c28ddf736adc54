package cn.zhirong.application;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code subsidy_sample}: a random part of what was decided between two instants.
 *
 * @param seed 32 hexadecimal digits; with it anybody can draw the same sample again
 * @param shares a list of {@link SampleShare} as JSON
 */
@MappedEntity("subsidy_sample")
record SampleRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        Basis basis,
        Instant afterAt,
        Instant untilAt,
        String seed,
        String shares,
        String drawnBy) {
    /** What it is drawn from. */
    enum Basis {
        APPROVED("复审通过的"),
        PAID("已拨付的");

        private final String label;

        Basis(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    long key() {
        return Objects.requireNonNull(id);
    }

    /** As the audit names it. */
    String object() {
        return "sample/" + key();
    }
}
