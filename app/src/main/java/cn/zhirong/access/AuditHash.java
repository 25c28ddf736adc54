package cn.zhirong.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The hash of an entry: SHA-256 over {@code zhirong-audit-1;} and then, in this order, tenant, number, time, actor, action,
 * object, detail, state before, state after, source, decision and the hash of the entry before. Each is written as its length
 * in bytes of UTF-8, a colon, itself and a semicolon; {@code -;} where it is null. The time is UTC with six digits after the
 * second and a Z. Anybody can recompute it from an export.
 */
final class AuditHash {
    /** Stands before the first entry. */
    static final String NONE = "0".repeat(64);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private AuditHash() {}

    static String of(AuditEntry entry) {
        return of(
                entry.tenantId(),
                entry.number(),
                entry.happenedAt(),
                entry.actor(),
                entry.action(),
                entry.object(),
                entry.detail(),
                entry.stateBefore(),
                entry.stateAfter(),
                entry.source(),
                entry.decision(),
                entry.previousHash());
    }

    static String of(long tenantId, long number, Instant happenedAt, @Nullable String... rest) {
        StringBuilder form = new StringBuilder("zhirong-audit-1;");
        add(form, Long.toString(tenantId));
        add(form, Long.toString(number));
        add(form, TIME.format(happenedAt));
        for (String field : rest) {
            add(form, field);
        }
        return Secrets.digest(form.toString());
    }

    private static void add(StringBuilder form, @Nullable String field) {
        if (field == null) {
            form.append("-;");
            return;
        }
        form.append(field.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(field)
                .append(';');
    }
}
