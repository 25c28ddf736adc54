package cn.zhirong.access;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tenant's audit, as it is stored.
 *
 * @param number from 1, without gaps in its tenant
 * @param happenedAt to the microsecond
 * @param actor user name, or {@code system} and {@code command-line}
 * @param action a dotted word; {@link AuditWords} says it in Chinese
 * @param object what it was done to, by its id
 * @param stateBefore JSON, masked and cut, or null where nothing was stated
 * @param source the address it came from, empty where no request caused it
 * @param decision what it rests on, such as an approval by its number
 * @param previousHash the hash of the entry before, 64 zeros before the first
 * @param hash SHA-256 over all of it, see {@link AuditHash}
 */
@MappedEntity("audit_entry")
public record AuditEntry(
        @Id long id,
        long tenantId,
        long number,
        Instant happenedAt,
        String actor,
        String action,
        String object,
        String detail,
        @Nullable String stateBefore,
        @Nullable String stateAfter,
        String source,
        @Nullable String decision,
        String previousHash,
        String hash) {}
