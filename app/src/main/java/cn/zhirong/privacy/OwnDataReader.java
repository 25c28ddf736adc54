package cn.zhirong.privacy;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Audit;
import cn.zhirong.access.Counterparts;
import cn.zhirong.access.IdentityLinks;
import cn.zhirong.access.IdentityProviders;
import cn.zhirong.access.Person;
import cn.zhirong.access.Sessions;
import cn.zhirong.access.Tokens;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

/** Collects what is held on a person, by the keys of that one account. */
@Singleton
class OwnDataReader {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final IdentityProviders providers;
    private final IdentityLinks identities;
    private final Counterparts counterparts;
    private final Consents consents;
    private final DeletionRequests requests;
    private final Collection<HeldElsewhere> elsewhere;
    private final Audit audit;
    private final Json json;

    OwnDataReader(
            Accounts accounts,
            Sessions sessions,
            Tokens tokens,
            IdentityProviders providers,
            IdentityLinks identities,
            Counterparts counterparts,
            Consents consents,
            DeletionRequests requests,
            Collection<HeldElsewhere> elsewhere,
            Audit audit,
            Json json) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.providers = providers;
        this.identities = identities;
        this.counterparts = counterparts;
        this.consents = consents;
        this.requests = requests;
        this.elsewhere = elsewhere;
        this.audit = audit;
        this.json = json;
    }

    OwnData read(Tenant tenant, Person person) {
        return new OwnData(
                tenant.profile().name(),
                account(tenant, person),
                sessions.of(tenant, person).stream()
                        .map(it -> new OwnData.Place(
                                it.source(),
                                it.agent(),
                                it.createdAt().toString(),
                                it.lastSeenAt().toString(),
                                it.endsAt().toString()))
                        .toList(),
                tokens.of(tenant, person).stream()
                        .map(it -> new OwnData.Token(
                                it.name(),
                                it.createdAt().toString(),
                                it.expiresAt().toString()))
                        .toList(),
                identities(tenant, person),
                counterparts.held(tenant, person).stream()
                        .map(it -> new OwnData.Bureau(it.bureau(), it.since().toString(), it.confirmed()))
                        .toList(),
                consents.of(tenant, person).stream()
                        .map(it -> new OwnData.Consent(
                                it.noticeVersion(), it.givenAt().toString()))
                        .toList(),
                requests.of(tenant, person).stream()
                        .map(it -> new OwnData.Request(
                                it.reason(),
                                it.askedAt().toString(),
                                it.dueOn().toString(),
                                it.state().label(),
                                it.answer()))
                        .toList(),
                elsewhere.stream()
                        .flatMap(held -> held.of(tenant, person).stream())
                        .toList());
    }

    /** The same as a file; that it was taken out is audited. */
    @Transactional
    String export(Tenant tenant, Person person) {
        audit.record(tenant, person.username(), "privacy.export", person.username(), "");
        return json.write(read(tenant, person));
    }

    private List<OwnData.Identity> identities(Tenant tenant, Person person) {
        return identities.of(tenant, person).stream()
                .map(it -> new OwnData.Identity(
                        providers
                                .find(tenant, it.providerId())
                                .map(IdentityProviders.Known::name)
                                .orElse(""),
                        it.name(),
                        it.since().toString()))
                .toList();
    }

    private OwnData.Account account(Tenant tenant, Person person) {
        Accounts.Listed listed = accounts.find(tenant, person.accountId()).orElseThrow(Refusal::notFound);
        Accounts.Contacts contacts = accounts.contacts(tenant, person.accountId());
        return new OwnData.Account(
                person.username(),
                listed.person().name(),
                person.role().label(),
                contacts.email(),
                contacts.phone(),
                listed.createdAt().toString());
    }
}
