package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of an application, told to the firm and to the bureau: the firm reads of its own people and of the bureau as a whole. */
@Singleton
class Timeline {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Set<String> INTERNAL = Set.of(
            Step.FIRST_PASS.name(),
            Step.FIRST_REFUSE.name(),
            Step.SEND_BACK.name(),
            Step.LIST.name(),
            Step.DROP.name());
    /** Steps that the firm is told of, and remarks that are the bureau's own. */
    private static final Set<String> WORDLESS =
            Set.of(Step.ENDORSE.name(), Step.SECOND_PASS.name(), Step.RELEASE.name());

    /** Something may follow, and nobody waits for it. */
    private static final Set<State> AT_REST = Set.of(State.PAID, State.RETURNED, State.REFUSED);

    private final Way way;
    private final Accounts accounts;
    private final FirmRepository firms;

    Timeline(Way way, Accounts accounts, FirmRepository firms) {
        this.way = way;
        this.accounts = accounts;
        this.firms = firms;
    }

    /** An entry, as the timeline of the kit shows it. */
    public record Entry(String when, String title, String who, String text, String state) {}

    /** For the bureau: everything, with names. */
    List<Entry> forBureau(Tenant tenant, ApplicationRow row) {
        Map<String, String> names = accounts.everybody(tenant).stream()
                .collect(Collectors.toMap(
                        each -> each.person().username(),
                        each -> each.person().name() + "（"
                                + each.person().role().label() + "）"));
        return entries(row, way.events(tenant, row.key()), false, names);
    }

    /** For the firm: what concerns it. */
    List<Entry> forFirm(Tenant tenant, ApplicationRow row) {
        Long organisation = firms.organisation(tenant.id(), row.enterpriseId()).orElse(null);
        Map<String, String> own = accounts.everybody(tenant).stream()
                .filter(each -> organisation != null
                        && organisation.equals(each.person().organisationId()))
                .collect(Collectors.toMap(
                        each -> each.person().username(), each -> each.person().name()));
        return entries(row, way.events(tenant, row.key()), true, own);
    }

    private static List<Entry> entries(
            ApplicationRow row, List<EventRow> events, boolean toFirm, Map<String, String> names) {
        List<Entry> entries = new ArrayList<>();
        List<EventRow> shown = events.stream()
                .filter(event -> !toFirm || !INTERNAL.contains(event.step()))
                .sorted(Comparator.comparing(EventRow::happenedAt))
                .toList();
        for (EventRow event : shown) {
            String who = names.getOrDefault(event.actor(), toFirm ? "本局" : event.actor());
            String remark = toFirm && WORDLESS.contains(event.step()) ? "" : event.remark();
            entries.add(new Entry(minute(event.happenedAt()), event.label(), who, remark, "done"));
        }
        if (!row.state().isOver() && !AT_REST.contains(row.state())) {
            String due = row.dueOn() == null ? "现在" : "期限 " + row.dueOn();
            String label = toFirm ? row.state().firmLabel() : row.state().label();
            entries.add(new Entry(due, label, "", "", "current"));
        }
        return entries;
    }

    static String minute(Instant at) {
        return LocalDateTime.ofInstant(at, Applications.ZONE).format(MINUTE);
    }
}
