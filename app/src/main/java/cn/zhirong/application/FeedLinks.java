package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Person;
import cn.zhirong.access.PersonalFields;
import cn.zhirong.access.SiteAddress;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Addresses that work without signing in, for letters and for calendars: who it is stands in them sealed, so that nobody can make one
 * for somebody else. One ends subscriptions, the other reads days; neither does anything else.
 */
@Singleton
class FeedLinks {
    private static final String UNSUBSCRIBE = "subsidy.unsubscribe";
    private static final String CALENDAR = "subsidy.calendar";

    private final PersonalFields fields;
    private final Accounts accounts;
    private final SiteAddress site;

    FeedLinks(PersonalFields fields, Accounts accounts, SiteAddress site) {
        this.fields = fields;
        this.accounts = accounts;
        this.site = site;
    }

    String unsubscribe(Tenant tenant, long accountId) {
        return site.of(tenant, "/unsubscribe?token=" + seal(tenant, UNSUBSCRIBE, accountId));
    }

    /** A path of ours. */
    String calendar(Tenant tenant, long accountId) {
        return "/" + tenant.slug() + "/calendar.ics?token=" + seal(tenant, CALENDAR, accountId);
    }

    /** Whose subscriptions this ends; not found for anything that we did not seal, and for accounts that are closed. */
    Person unsubscriber(Tenant tenant, String token) {
        return person(tenant, UNSUBSCRIBE, token);
    }

    Person reader(Tenant tenant, String token) {
        return person(tenant, CALENDAR, token);
    }

    private String seal(Tenant tenant, String use, long accountId) {
        return URLEncoder.encode(fields.seal(tenant.id(), use, String.valueOf(accountId)), StandardCharsets.UTF_8);
    }

    private Person person(Tenant tenant, String use, String token) {
        return opened(tenant, use, token)
                .flatMap(id -> accounts.find(tenant, id))
                .filter(account -> !account.disabled())
                .map(Accounts.Listed::person)
                .orElseThrow(Refusal::notFound);
    }

    private Optional<Long> opened(Tenant tenant, String use, String token) {
        try {
            return Optional.of(Long.valueOf(fields.open(tenant.id(), use, token)));
        } catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }
}
