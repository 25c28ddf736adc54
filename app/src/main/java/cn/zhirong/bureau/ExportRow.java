package cn.zhirong.bureau;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tenant_export}. */
@MappedEntity("tenant_export")
record ExportRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String askedBy,
        Instant askedAt,
        State state,
        long sizeBytes,
        @Nullable Instant expiresAt) {
    /** How far it is. */
    enum State {
        RUNNING("正在生成"),
        READY("可以下载"),
        FAILED("没有成功，请重新生成"),
        EXPIRED("已过期");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
