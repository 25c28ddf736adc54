package cn.zhirong.people;

import cn.zhirong.access.OrganisationKind;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code organisation}. */
@MappedEntity("organisation")
record OrganisationRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        OrganisationKind kind,
        String name,
        @Nullable String creditCode,
        OrganisationState state,
        String createdBy,
        Instant createdAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedHow,
        String reason) {

    long key() {
        return Objects.requireNonNull(id);
    }
}
