package cn.zhirong.tenant;

import cn.zhirong.database.Json;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds and creates tenants. What was found once is kept: a slug never changes its tenant. */
@Singleton
public class Tenants {
    /** What a slug may look like. */
    public static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /** First parts of addresses that are not tenants. */
    private static final Set<String> RESERVED =
            Set.of("api", "static", "health", "display", "gallery", "openapi", "prometheus", "platform", "embed");

    private final TenantRepository repository;
    private final Json json;
    private final Clock clock;
    private final Map<String, Tenant> known = new ConcurrentHashMap<>();

    Tenants(TenantRepository repository, Json json, Clock clock) {
        this.repository = repository;
        this.json = json;
        this.clock = clock;
    }

    /** The bureau of this slug, or the platform; the shared shelf is neither. */
    public Optional<Tenant> find(String slug) {
        return slug.equals(Tenant.SHARED) ? Optional.empty() : shelf(slug);
    }

    /** The bureau or the shared shelf of this slug. */
    public Optional<Tenant> shelf(String slug) {
        Tenant tenant = known.get(slug);
        if (tenant != null) {
            return Optional.of(tenant);
        }
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        Optional<Tenant> found = repository.findBySlug(slug).map(this::tenant);
        found.ifPresent(it -> known.put(slug, it));
        return found;
    }

    /** The shared shelf, made at the first call. */
    public Tenant shared() {
        return shelf(Tenant.SHARED).orElseGet(() -> create(TenantProfile.named(Tenant.SHARED, "国家与上级政策"), false));
    }

    /** The platform's own place, made at the first call. */
    public Tenant platform() {
        return shelf(Tenant.PLATFORM).orElseGet(() -> save(TenantProfile.named(Tenant.PLATFORM, "知融平台"), false));
    }

    /** Every bureau, by slug; neither the shared shelf nor the platform is among them. */
    public List<Tenant> all() {
        return repository.findAll().stream()
                .filter(row -> !row.slug().equals(Tenant.SHARED) && !row.slug().equals(Tenant.PLATFORM))
                .map(this::tenant)
                .toList();
    }

    /**
     * Creates a tenant.
     *
     * @throws IllegalArgumentException with a Chinese message if the slug is malformed, reserved or taken
     */
    @Transactional
    public Tenant create(TenantProfile profile, boolean demonstration) {
        String slug = profile.slug();
        if (!SLUG.matcher(slug).matches() || RESERVED.contains(slug)) {
            throw new IllegalArgumentException("租户标识“" + slug + "”不可用：须为 2 至 32 位小写字母、数字或连字符，以字母开头，且不是保留字。");
        }
        if (repository.findBySlug(slug).isPresent()) {
            throw new IllegalArgumentException("租户标识“" + slug + "”已被使用。");
        }
        return save(profile, demonstration);
    }

    /** Makes writers of one tenant wait for each other until the surrounding transaction ends. */
    public void lock(Tenant tenant) {
        repository.lock(tenant.id());
    }

    private Tenant save(TenantProfile profile, boolean demonstration) {
        return tenant(repository.save(
                new TenantRow(null, profile.slug(), json.write(profile), demonstration, clock.instant())));
    }

    private Tenant tenant(TenantRow row) {
        return new Tenant(
                Objects.requireNonNull(row.id()), json.read(row.profile(), TenantProfile.class), row.demonstration());
    }
}
