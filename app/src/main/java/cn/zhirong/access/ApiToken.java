package cn.zhirong.access;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; the secret itself was told once.
 *
 * @param id its key in its tenant
 * @param name what it is for; empty for one made on the command line
 * @param scope what it may be used for
 * @param createdAt when it was made
 * @param expiresAt when it ends
 * @param lastUsedAt to the minute, or null
 */
@Introspected
public record ApiToken(
        long id,
        String name,
        TokenScope scope,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
