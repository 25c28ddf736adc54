package cn.zhirong.application;

import cn.zhirong.access.AccountErased;
import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.access.PersonalFields;
import cn.zhirong.privacy.HeldElsewhere;
import cn.zhirong.privacy.OwnData;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** How to reach whoever objects or appeals: sealed in the database, shown to them, and taken away with their name in time. */
@Singleton
class ComplaintContacts implements HeldElsewhere {
    private static final String COLUMN = "subsidy_complaint.contact";

    private final ComplaintRepository repository;
    private final Applications applications;
    private final PersonalFields fields;
    private final Tenants tenants;
    private final Audit audit;

    ComplaintContacts(
            ComplaintRepository repository,
            Applications applications,
            PersonalFields fields,
            Tenants tenants,
            Audit audit) {
        this.repository = repository;
        this.applications = applications;
        this.fields = fields;
        this.tenants = tenants;
        this.audit = audit;
    }

    /** As it is stored; nothing stays nothing. */
    String seal(Tenant tenant, String contact) {
        return contact.isEmpty() ? "" : fields.seal(tenant.id(), COLUMN, contact);
    }

    /** As it was typed; empty where nothing was left, or not any more. */
    String open(ComplaintRow row) {
        return PersonalFields.isSealed(row.contact())
                ? fields.open(row.tenantId(), COLUMN, row.contact())
                : row.contact();
    }

    /** When name and contact go of what is answered on this day. */
    LocalDate eraseOn(LocalDate answered) {
        return answered.plusDays(COMPLAINT_DAYS);
    }

    @Override
    public List<OwnData.Held> of(Tenant tenant, Person person) {
        return repository.ofAccount(tenant.id(), person.accountId()).stream()
                .map(row -> new OwnData.Held(
                        "补贴" + row.kind().label(),
                        row.words(),
                        row.name(),
                        open(row),
                        row.receivedAt().toString(),
                        row.eraseOn() == null
                                ? "答复后 " + COMPLAINT_DAYS + " 天"
                                : row.eraseOn().toString()))
                .toList();
    }

    /** What an earlier version kept in plain words is sealed before anybody asks. */
    @EventListener
    void started(ServerStartupEvent event) {
        tenants.all().forEach(this::sealOld);
    }

    @Whole
    int sealOld(Tenant tenant) {
        List<ComplaintRow> plain = repository.reachable(tenant.id()).stream()
                .filter(row -> !PersonalFields.isSealed(row.contact()))
                .toList();
        plain.forEach(row -> repository.contact(tenant.id(), row.key(), seal(tenant, row.contact())));
        return plain.size();
    }

    @Scheduled(initialDelay = "25m", fixedDelay = "24h")
    void run() {
        tenants.all().stream().filter(tenant -> !tenant.isPlatform()).forEach(this::erase);
    }

    /** Takes away what is not needed any more. */
    @Whole
    int erase(Tenant tenant) {
        int gone = repository.erase(tenant.id(), applications.today());
        if (gone > 0) {
            audit.record(tenant, "system", "application.complaint-erase", "complaints", gone + " 份");
        }
        return gone;
    }

    /** What somebody wrote stays with the case; who they are goes with their account. */
    @EventListener
    void erased(AccountErased account) {
        repository.eraseOf(account.tenantId(), account.accountId());
    }
}
