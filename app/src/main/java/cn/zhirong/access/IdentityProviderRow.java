package cn.zhirong.access;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code identity_provider}; the secret is sealed. */
@MappedEntity("identity_provider")
record IdentityProviderRow(
        @Id @GeneratedValue @Nullable Long id,
        long tenantId,
        IdentityKind kind,
        String name,
        String issuer,
        String clientId,
        String secret,
        String settings,
        boolean enabled,
        Instant createdAt) {

    long key() {
        return Objects.requireNonNull(id);
    }
}
