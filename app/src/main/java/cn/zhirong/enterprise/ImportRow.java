package cn.zhirong.enterprise;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code enterprise_import}; the file's bytes are there until it is decided, then there are none. */
@MappedEntity("enterprise_import")
record ImportRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String fileName,
        byte[] content,
        LocalDate asOf,
        String evidence,
        State state,
        String report,
        String createdBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** How far it has come. */
    enum State {
        CHECKED("待确认"),
        TAKEN("已导入"),
        DISCARDED("已放弃");

        private final String label;

        State(String label) {
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
