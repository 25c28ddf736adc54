package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;

/** The queue as it is asked for, in its order. */
@Singleton
class Queue {
    private final Applications applications;
    private final Programmes programmes;

    Queue(Applications applications, Programmes programmes) {
        this.applications = applications;
        this.programmes = programmes;
    }

    /** Which part is shown: what was asked for, or what this person works on. */
    QueueKind kind(Person person, QueueQuery query) {
        return QueueKind.named(query.view())
                .orElse(person.may(Action.APPLICATION_DECIDE) ? QueueKind.SECOND : QueueKind.FIRST);
    }

    Asked asked(Tenant tenant, Person person, QueueQuery query) {
        long programme =
                programmes.find(tenant, query.programme()).map(Programme::id).orElse(0L);
        return new Asked(kind(person, query).states(), query.words(), programme, 0, 0, query.who());
    }

    /**
     * The cases before and after this one in the queue, and where it stands; the first one after a case that is not in it any more.
     *
     * @param previous its key; 0 where there is none
     * @param next its key; 0 where there is none
     * @param place from 1; 0 where the case is not in it
     */
    record Neighbours(long previous, long next, int place, int count) {}

    Neighbours around(Tenant tenant, Person person, QueueQuery query, long id) {
        List<Long> ids = applications.ids(tenant, asked(tenant, person, query));
        int at = ids.indexOf(id);
        if (at < 0) {
            return new Neighbours(0, ids.isEmpty() ? 0 : ids.getFirst(), 0, ids.size());
        }
        return new Neighbours(
                at == 0 ? 0 : ids.get(at - 1), at == ids.size() - 1 ? 0 : ids.get(at + 1), at + 1, ids.size());
    }
}
