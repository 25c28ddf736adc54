package cn.zhirong.access;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@MappedEntity("account")
record AccountRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        String username,
        String displayName,
        Role role,
        @Nullable Long organisationId,
        boolean disabled,
        Instant createdAt) {

    Person person() {
        return new Person(tenantId, java.util.Objects.requireNonNull(id), username, displayName, role, organisationId);
    }
}
