package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a tenant's audit, newest first. */
@Singleton
public class AuditTrail {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NEVER = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant ALWAYS = Instant.parse("9000-01-01T00:00:00Z");

    private final AuditRepository repository;

    AuditTrail(AuditRepository repository) {
        this.repository = repository;
    }

    /**
     * A page of what is found.
     *
     * @param before only entries with a smaller number; {@link Long#MAX_VALUE} for the newest
     * @param size at most so many
     */
    public List<AuditEntry> search(Tenant tenant, AuditQuery query, long before, int size) {
        return repository.search(
                tenant.id(),
                before,
                query.actor(),
                query.action(),
                query.action().endsWith(".") ? literally(query.action()) + "%" : literally(query.action()),
                query.object(),
                start(query.from(), NEVER),
                query.until() == null ? ALWAYS : start(query.until().plusDays(1), ALWAYS),
                query.words().isEmpty() ? "" : "%" + literally(query.words()) + "%",
                size);
    }

    /** One entry. */
    public Optional<AuditEntry> find(Tenant tenant, long number) {
        return repository.find(tenant.id(), number);
    }

    private static Instant start(@Nullable LocalDate day, Instant otherwise) {
        return day == null ? otherwise : day.atStartOfDay(SHANGHAI).toInstant();
    }

    private static String literally(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
