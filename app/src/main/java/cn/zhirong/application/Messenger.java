package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Letters;
import cn.zhirong.access.Notices;
import cn.zhirong.access.Person;
import cn.zhirong.access.SiteAddress;
import cn.zhirong.tenant.Tenant;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** Tells a person something once: in the inbox, and by a letter where it is known how to write to them. */
@Singleton
class Messenger {
    private final SubscriptionRepository repository;
    private final Applications applications;
    private final Accounts accounts;
    private final FeedLinks links;
    private final SiteAddress site;
    private final BeanProvider<Notices> notices;
    private final BeanProvider<Letters> letters;

    Messenger(
            SubscriptionRepository repository,
            Applications applications,
            Accounts accounts,
            FeedLinks links,
            SiteAddress site,
            BeanProvider<Notices> notices,
            BeanProvider<Letters> letters) {
        this.repository = repository;
        this.applications = applications;
        this.accounts = accounts;
        this.links = links;
        this.site = site;
        this.notices = notices;
        this.letters = letters;
    }

    /**
     * Tells it, in the transaction of the caller; false where they were told before.
     *
     * @param path below the bureau's address, such as {@code /subsidies/interest}
     */
    boolean once(Tenant tenant, Person person, String cause, String kind, Map<String, String> fields, String path) {
        if (repository.told(tenant.id(), person.accountId(), cause, applications.now()) == 0) {
            return false;
        }
        Map<String, String> said = new HashMap<>(fields);
        said.put("链接", "");
        said.put("退订", "不想再收到，可以在“我的申报”的“订阅和日程”里取消。");
        notices.ifPresent(
                inbox -> inbox.tell(tenant, person.accountId(), cause, kind, said, "/" + tenant.slug() + path));
        Accounts.Contacts contacts = accounts.contacts(tenant, person.accountId());
        String address = contacts.email() == null ? contacts.phone() : contacts.email();
        if (address != null) {
            said.put("链接", site.of(tenant, path));
            said.put("退订", "不想再收到，请打开：" + links.unsubscribe(tenant, person.accountId()));
            letters.ifPresent(outbox -> outbox.write(tenant, address, kind, said));
        }
        return true;
    }

    /** Whoever knows something already is not told it. */
    void known(Tenant tenant, Person person, String cause) {
        repository.told(tenant.id(), person.accountId(), cause, applications.now());
    }
}
