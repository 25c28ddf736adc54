package cn.zhirong.tenant;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What bureaus say in their letters instead of the standard texts. */
@Singleton
public class LetterTexts {
    private final LetterTextRepository repository;
    private final Tenants tenants;
    private final Clock clock;

    LetterTexts(LetterTextRepository repository, Tenants tenants, Clock clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.clock = Clock.tick(clock, Duration.of(1, ChronoUnit.MICROS));
    }

    /** The bureau's own words for this kind; empty where it keeps to the standard. */
    public Optional<LetterText> find(Tenant tenant, String kind) {
        return repository.find(tenant.id(), kind).map(row -> new LetterText(row.subject(), row.body()));
    }

    /**
     * Puts these words in the place of what {@code seen} says; whoever calls checks them and audits it.
     *
     * @param seen what the person saw, or null for the standard
     * @param text the new words, or null to go back to the standard
     * @return false, with nothing changed, when somebody else changed it meanwhile
     */
    @Transactional
    public boolean replace(
            Tenant tenant, String actor, String kind, @Nullable LetterText seen, @Nullable LetterText text) {
        tenants.lock(tenant);
        if (!find(tenant, kind).equals(Optional.ofNullable(seen))) {
            return false;
        }
        repository.delete(tenant.id(), kind);
        if (text != null) {
            repository.add(tenant.id(), kind, text.subject(), text.body(), actor, clock.instant());
        }
        return true;
    }
}
