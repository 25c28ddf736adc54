package cn.zhirong.privacy;

import cn.zhirong.access.Audit;
import cn.zhirong.access.OrganisationKind;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Who agreed to which version of the notice; only what people do of their own will rests on it, such as registering. */
@Singleton
public class Consents {
    /** The notice as it stands in {@code templates/privacy/notice.ftlh}; it rises whenever what is promised there changes. */
    public static final String VERSION = "2026-11.3";

    private final ConsentRepository repository;
    private final Audit audit;
    private final Clock clock;

    Consents(ConsentRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** This person agreed to the present notice; agreeing again changes nothing. */
    @Transactional
    public void give(Tenant tenant, Person person) {
        repository.add(tenant.id(), person.accountId(), VERSION, clock.instant());
        audit.record(tenant, person.username(), "privacy.consent", person.username(), "version=" + VERSION);
    }

    /**
     * Whether this person has not agreed to the present notice, and what is kept of them rests on that: they are asked, be it for
     * the first time, as somebody whom the owner invited, or again. What the bureau's own people and its partners' leave rests on
     * duties.
     */
    boolean isMissing(Tenant tenant, Person person) {
        return isBasis(person)
                && of(tenant, person).stream()
                        .noneMatch(it -> it.noticeVersion().equals(VERSION));
    }

    /** Whether what is kept of this person rests on their consent. */
    static boolean isBasis(Person person) {
        return person.role().organisation() == OrganisationKind.ENTERPRISE;
    }

    List<ConsentRow> of(Tenant tenant, Person person) {
        return repository.findAll(tenant.id(), person.accountId());
    }
}
