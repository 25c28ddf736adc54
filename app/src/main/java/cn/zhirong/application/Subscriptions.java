package cn.zhirong.application;

import cn.zhirong.access.AccountErased;
import cn.zhirong.access.Person;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who wants to hear of which programmes and topics. What was there when they said so is no news to them. */
@Singleton
class Subscriptions {
    private final SubscriptionRepository repository;
    private final Applications applications;
    private final Programmes programmes;
    private final Messenger messenger;

    Subscriptions(
            SubscriptionRepository repository, Applications applications, Programmes programmes, Messenger messenger) {
        this.repository = repository;
        this.applications = applications;
        this.programmes = programmes;
        this.messenger = messenger;
    }

    /** The programmes that a person wants to hear of by themselves. */
    Set<Long> of(Tenant tenant, Person person) {
        return repository.all(tenant.id()).stream()
                .filter(row -> row.accountId() == person.accountId())
                .map(SubscriptionRow::programmeId)
                .collect(Collectors.toSet());
    }

    /** The keys of the topics that a person wants to hear of. */
    Set<String> topics(Tenant tenant, Person person) {
        return repository.topics(tenant.id()).stream()
                .filter(row -> row.accountId() == person.accountId())
                .map(TopicRow::topic)
                .collect(Collectors.toSet());
    }

    /** Whether a person hears of a programme, by itself or by a topic. */
    boolean follows(Tenant tenant, Person person, Programme programme) {
        return of(tenant, person).contains(programme.id())
                || topics(tenant, person).stream().anyMatch(key -> new Topic(key, "").isOf(programme));
    }

    /** Begins or ends it for one programme. */
    @Whole
    Programme set(Tenant tenant, Person person, String code, boolean on) {
        Programme programme = programmes.find(tenant, code).orElseThrow(Refusal::notFound);
        if (on) {
            repository.add(tenant.id(), person.accountId(), programme.id(), applications.now());
            know(tenant, person, programme);
        } else {
            repository.remove(tenant.id(), person.accountId(), programme.id());
        }
        return programme;
    }

    /** From now on these topics and no others. */
    @Whole
    void choose(Tenant tenant, Person person, Set<String> wanted) {
        List<Programme> all = programmes.all(tenant);
        for (Topic topic : Topic.all(all)) {
            if (!wanted.contains(topic.key())) {
                repository.removeTopic(tenant.id(), person.accountId(), topic.key());
            } else if (repository.addTopic(tenant.id(), person.accountId(), topic.key(), applications.now()) == 1) {
                all.stream().filter(topic::isOf).forEach(programme -> know(tenant, person, programme));
            }
        }
    }

    private void know(Tenant tenant, Person person, Programme programme) {
        News.of(
                        programme,
                        programmes.published(tenant, programme),
                        applications.terms(tenant).calendar(),
                        applications.today())
                .stream()
                .filter(news -> !news.reminder())
                .forEach(news -> messenger.known(tenant, person, news.cause()));
    }

    /** Ends all of it. */
    @Whole
    void end(Tenant tenant, Person person) {
        remove(tenant.id(), person.accountId());
    }

    private void remove(long tenantId, long accountId) {
        repository.all(tenantId).stream()
                .filter(row -> row.accountId() == accountId)
                .forEach(row -> repository.remove(tenantId, accountId, row.programmeId()));
        repository.topics(tenantId).stream()
                .filter(row -> row.accountId() == accountId)
                .forEach(row -> repository.removeTopic(tenantId, accountId, row.topic()));
    }

    /** What somebody wanted to hear of, and was told, goes with them. */
    @EventListener
    void erased(AccountErased account) {
        remove(account.tenantId(), account.accountId());
        repository.forget(account.tenantId(), account.accountId());
    }
}
