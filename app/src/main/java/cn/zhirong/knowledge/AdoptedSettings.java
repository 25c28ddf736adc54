package cn.zhirong.knowledge;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The search settings each bureau adopted: what its search and its assistant go by. */
@Singleton
public class AdoptedSettings {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final SearchSettingRepository repository;
    private final Tenants tenants;
    private final Audit audit;
    private final Json json;
    private final Clock clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();

    AdoptedSettings(SearchSettingRepository repository, Tenants tenants, Audit audit, Json json, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.audit = audit;
        this.json = json;
        // Instants as the database keeps them, so that what was written equals what is read.
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    private record Remembered(SearchSettings settings, long atNanos) {}

    /**
     * Settings with the revision they stand at.
     *
     * @param revision 0 where nothing was ever adopted
     */
    record Adopted(SearchSettings settings, int revision) {}

    /** What the bureau of this slug goes by; ours where it adopted nothing. Read from the database at most every ten seconds. */
    public SearchSettings of(String slug) {
        Remembered known = remembered.get(slug);
        if (known != null && System.nanoTime() - known.atNanos() < REMEMBERED.toNanos()) {
            return known.settings();
        }
        Optional<Tenant> tenant = tenants.find(slug);
        SearchSettings settings = tenant.map(it -> adopted(it).settings()).orElse(SearchSettings.USUAL);
        if (tenant.isPresent()) {
            remembered.put(slug, new Remembered(settings, System.nanoTime()));
        }
        return settings;
    }

    Adopted adopted(Tenant tenant) {
        return repository
                .find(tenant.id())
                .map(row -> new Adopted(json.read(row.settings(), SearchSettings.class), row.revision()))
                .orElse(new Adopted(SearchSettings.USUAL, 0));
    }

    /** Puts other settings in the place of those at {@code revision}; a 409 when somebody else was faster. */
    @Transactional
    void adopt(Tenant tenant, String actor, int revision, SearchSettings settings) {
        tenants.lock(tenant);
        SearchSettings before = adopted(tenant).settings();
        if (revision != adopted(tenant).revision()) {
            throw Refusal.conflict("changed-meanwhile", "检索配置已被别人修改，这次对比不再作数，请重新试运行。");
        }
        if (revision == 0) {
            repository.add(tenant.id(), json.write(settings), actor, clock.instant());
        } else if (repository.change(tenant.id(), revision, json.write(settings), actor, clock.instant()) == 0) {
            throw Refusal.conflict("changed-meanwhile", "检索配置已被别人修改，这次对比不再作数，请重新试运行。");
        }
        audit.record(
                tenant, actor, "search.adopt", "settings/" + (revision + 1), words(before) + " -> " + words(settings));
    }

    /** What was adopted is read anew at the next question. */
    void forget(Tenant tenant) {
        remembered.remove(tenant.slug());
    }

    private static String words(SearchSettings settings) {
        return settings.meaningPercent() + "% ["
                + SynonymList.written(settings.synonyms()).replace('\n', ' ') + "]";
    }
}
