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
    public static final String VERSION = "2026-11.2";

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
     * Whether this person agreed to an earlier notice and not to the present one, and what is kept of them rests on that: they are
     * asked again. What the bureau's own people and its partners' leave rests on duties.
     */
    boolean isOutdated(Tenant tenant, Person person) {
        if (person.role().organisation() != OrganisationKind.ENTERPRISE) {
            return false;
        }
        List<ConsentRow> given = of(tenant, person);
        return !given.isEmpty()
                && given.stream().noneMatch(it -> it.noticeVersion().equals(VERSION));
    }

    List<ConsentRow> of(Tenant tenant, Person person) {
        return repository.findAll(tenant.id(), person.accountId());
    }
}
