package cn.zhirong.policy;

import cn.zhirong.document.SourceFormat;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code document_file}. */
@MappedEntity("document_file")
record FileRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String name,
        SourceFormat format,
        long sizeBytes,
        String sha256,
        Instant createdAt) {}
