package cn.zhirong.policy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The officers' list of versions. */
@Needs(Action.POLICY_DESK)
@Controller("/{slug}/console/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
class DeskPageController {
    private final PolicyDesk desk;
    private final Pages pages;
    private final Clock clock;

    DeskPageController(PolicyDesk desk, Pages pages, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> list(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String state) {
        List<PolicyVersion> versions = desk.versionsForDesk(tenant);
        State shown = state(state, versions);
        String console = DraftPages.console(tenant);
        List<PageTab> tabs = new ArrayList<>();
        for (State one : State.values()) {
            int count = (int) versions.stream().filter(it -> it.state() == one).count();
            String href = console + "?state=" + one.name().toLowerCase(Locale.ROOT);
            tabs.add(new PageTab(one.label(), href, one == shown, count));
        }
        LocalDate today = PageNumbers.today(clock);
        List<DeskView.Row> rows = versions.stream()
                .filter(it -> it.state() == shown)
                .map(it -> row(tenant, it, today))
                .toList();
        return pages.show(request, "console/policies", new DeskView(console, tabs, rows));
    }

    private DeskView.Row row(Tenant tenant, PolicyVersion it, LocalDate today) {
        return new DeskView.Row(
                it.title().isEmpty() ? "（还没有标题）" : it.title(),
                DraftPages.console(tenant) + "/" + it.id(),
                it.documentNumber(),
                it.kind().label(),
                "第 " + it.number() + " 版",
                it.term().on(today),
                PageWords.actor(it.uploadedBy()));
    }

    /** The state asked for; otherwise drafts while there are any. */
    private static State state(@Nullable String wanted, List<PolicyVersion> versions) {
        for (State one : State.values()) {
            if (one.name().equalsIgnoreCase(wanted)) {
                return one;
            }
        }
        boolean drafts = versions.stream().anyMatch(it -> it.state() == State.DRAFT);
        return drafts ? State.DRAFT : State.PUBLISHED;
    }
}
