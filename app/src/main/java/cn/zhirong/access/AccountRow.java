package cn.zhirong.access;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}; contacts are sealed. */
@MappedEntity("account")
record AccountRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String username,
        String displayName,
        Role role,
        @Nullable Long organisationId,
        boolean disabled,
        Instant createdAt,
        @Nullable String passwordHash,
        @Nullable Instant passwordChangedAt,
        int sessionEpoch,
        @Nullable String contactEmail,
        @Nullable String contactPhone) {

    long key() {
        return Objects.requireNonNull(id);
    }

    Person person() {
        return new Person(tenantId, key(), username, displayName, role, organisationId);
    }
}
