package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;

/** Who works on which application: many at once, to oneself or to a colleague who is there. It says who looks first, not who may. */
@Singleton
class Assignments {
    static final int MOST = 500;

    private final ApplicationRepository repository;
    private final Applications applications;
    private final Colleagues colleagues;
    private final Tellings tellings;
    private final Audit audit;

    Assignments(
            ApplicationRepository repository,
            Applications applications,
            Colleagues colleagues,
            Tellings tellings,
            Audit audit) {
        this.repository = repository;
        this.applications = applications;
        this.colleagues = colleagues;
        this.tellings = tellings;
        this.audit = audit;
    }

    /**
     * Gives these to somebody, or takes them from whoever has them.
     *
     * @param username of a colleague; empty for nobody
     * @return what the colleague is called; empty for nobody
     */
    @Whole
    String assign(Tenant tenant, Person person, Set<Long> chosen, String username) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Refusal.badField("pick", "请勾选 1 至 " + MOST + " 份申报，现在勾选了 " + chosen.size() + " 份。");
        }
        Colleagues.Colleague colleague = username.isEmpty() ? null : colleagues.present(tenant, username);
        for (long id : new TreeSet<>(chosen)) {
            ApplicationRow row = applications.seen(tenant, id);
            repository.assign(tenant.id(), id, colleague == null ? null : username);
            String before = row.assignee() == null ? "" : row.assignee();
            audit.record(tenant, person.username(), "application.assign", row.object(), before + " -> " + username);
        }
        if (colleague == null) {
            return "";
        }
        if (!username.equals(person.username())) {
            tellings.assigned(tenant, colleague.person(), person.name(), chosen.size());
        }
        return colleague.person().name();
    }
}
