package cn.zhirong.notice;

import cn.zhirong.access.AccountErased;
import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Notices;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Unread;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person is told on the pages: a list that only they see. */
@Singleton
public class Inbox implements Notices, Unread {
    private final InboxRepository repository;
    private final Accounts accounts;
    private final Writing writing;
    private final Clock clock;

    Inbox(InboxRepository repository, Accounts accounts, Writing writing, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.writing = writing;
        this.clock = clock;
    }

    /** The database refuses an account of another tenant; of the cause only a digest is stored. */
    @Override
    @Transactional
    public void tell(
            Tenant tenant, long accountId, String cause, String kind, Map<String, String> fields, String link) {
        if (!link.isEmpty() && (!link.startsWith("/") || link.startsWith("//") || link.length() > 300)) {
            throw new IllegalArgumentException("not a path of ours: " + link);
        }
        NoticeText text = writing.write(tenant, kind, fields);
        repository.add(
                tenant.id(),
                accountId,
                Secrets.digest(cause),
                kind,
                text.subject(),
                text.words(),
                link,
                clock.instant());
    }

    @Override
    @Transactional
    public void tellWhoMay(
            Tenant tenant,
            Action action,
            String actor,
            String cause,
            String kind,
            Map<String, String> fields,
            String link) {
        for (Person person : accounts.whoMay(tenant, action)) {
            if (!person.username().equals(actor)) {
                tell(tenant, person.accountId(), cause, kind, fields, link);
            }
        }
    }

    /** What a person was told names them: it goes with the person. */
    @EventListener
    void erased(AccountErased account) {
        repository.removeAll(account.tenantId(), account.accountId());
    }

    @Override
    public int of(Person person) {
        return repository.unread(person.tenantId(), person.accountId());
    }

    List<InboxRow> older(Person person, long before, int size) {
        return repository.older(person.tenantId(), person.accountId(), before, size);
    }

    Optional<InboxRow> find(Person person, long id) {
        return repository.find(person.tenantId(), person.accountId(), id);
    }

    /** Reading again is no mistake; the first time counts. */
    void read(Person person, long id) {
        repository.read(person.tenantId(), person.accountId(), id, clock.instant());
    }

    /** @param upTo what came after the page was shown stays unread */
    void readAll(Person person, long upTo) {
        repository.readAll(person.tenantId(), person.accountId(), upTo, clock.instant());
    }
}
