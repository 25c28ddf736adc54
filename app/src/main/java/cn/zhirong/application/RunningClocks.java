package cn.zhirong.application;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Applications whose clocks still run, whatever else lies there from years ago. */
@Singleton
class RunningClocks {
    private final ApplicationRepository repository;
    private final Applications applications;

    RunningClocks(ApplicationRepository repository, Applications applications) {
        this.repository = repository;
        this.applications = applications;
    }

    /** One of them, with the day on which its clock began. */
    record Running(ApplicationRow row, LocalDate due, LocalDate began) {}

    /** The next of them after this one, of these states; empty where there are no more. */
    List<Running> after(Tenant tenant, Set<State> states, long id) {
        List<String> names = states.stream().map(State::name).sorted().toList();
        List<ApplicationRow> rows = repository.running(tenant.id(), names, applications.today(), id);
        List<Long> ids = rows.stream().map(ApplicationRow::key).toList();
        Map<Long, Instant> moved = ids.isEmpty()
                ? Map.of()
                : repository.moved(tenant.id(), ids).stream()
                        .collect(Collectors.toMap(
                                ApplicationRepository.Moved::applicationId, ApplicationRepository.Moved::movedAt));
        List<Running> running = new ArrayList<>();
        for (ApplicationRow row : rows) {
            if (row.dueOn() != null) {
                Instant began = moved.getOrDefault(row.key(), row.changedAt());
                running.add(new Running(row, row.dueOn(), LocalDate.ofInstant(began, Applications.ZONE)));
            }
        }
        return running;
    }
}
