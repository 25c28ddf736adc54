package cn.zhirong.access;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A session with the account it stands for. */
@Introspected
record SessionRow(
        long id,
        long tenantId,
        long accountId,
        String username,
        String displayName,
        Role role,
        @Nullable Long organisationId,
        Session.Stage stage,
        Instant createdAt,
        Instant lastSeenAt,
        Instant endsAt,
        int idleSeconds,
        String source,
        String agent) {

    Session session() {
        Person person = new Person(tenantId, accountId, username, displayName, role, organisationId);
        return new Session(id, person, stage, createdAt, lastSeenAt, endsAt, source, agent);
    }

    /** Whether it is alive; one that was last seen well after now was made by another clock and is not believed. */
    boolean isAlive(Instant now) {
        return endsAt.isAfter(now)
                && lastSeenAt.plusSeconds(idleSeconds).isAfter(now)
                && lastSeenAt.minusSeconds(300).isBefore(now);
    }
}
