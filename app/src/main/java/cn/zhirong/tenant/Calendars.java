package cn.zhirong.tenant;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;

/** The calendar of each bureau. */
@Singleton
public class Calendars {
    private final CalendarDayRepository repository;
    private final Tenants tenants;

    Calendars(CalendarDayRepository repository, Tenants tenants) {
        this.repository = repository;
        this.tenants = tenants;
    }

    /** By which the bureau counts working days. */
    public WorkCalendar of(Tenant tenant) {
        return new WorkCalendar(
                days(tenant).stream().collect(Collectors.toMap(CalendarDay::day, CalendarDay::working)));
    }

    /** What the bureau entered, by day. */
    public List<CalendarDay> days(Tenant tenant) {
        return repository.findAll(tenant.id()).stream()
                .map(row -> new CalendarDay(row.day(), row.working(), row.remark()))
                .toList();
    }

    /**
     * Puts these days in the place of all that were entered; whoever calls audits it.
     *
     * @param seen what the person saw
     * @return false, with nothing changed, when somebody else changed them meanwhile
     */
    @Transactional
    public boolean replace(Tenant tenant, List<CalendarDay> seen, List<CalendarDay> days) {
        tenants.lock(tenant);
        if (!days(tenant).equals(seen)) {
            return false;
        }
        repository.deleteAll(tenant.id());
        days.forEach(day -> repository.add(tenant.id(), day.day(), day.working(), day.remark()));
        return true;
    }
}
