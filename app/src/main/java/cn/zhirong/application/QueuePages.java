package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.application.CaseViews.Tab;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The page of the queue. */
@Singleton
class QueuePages {
    private final Applications applications;
    private final Programmes programmes;
    private final Colleagues colleagues;
    private final Queue queue;
    private final CaseRows rows;
    private final Pages pages;

    QueuePages(
            Applications applications,
            Programmes programmes,
            Colleagues colleagues,
            Queue queue,
            CaseRows rows,
            Pages pages) {
        this.applications = applications;
        this.programmes = programmes;
        this.colleagues = colleagues;
        this.queue = queue;
        this.rows = rows;
        this.pages = pages;
    }

    HttpResponse<String> show(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Visitor visitor,
            QueueQuery query,
            FilledForm typed) {
        Person person = visitor.signedIn();
        QueueKind shown = queue.kind(person, query);
        Asked filter = queue.asked(tenant, person, query);
        long count = applications.count(tenant, filter);
        int pageCount = (int) Math.max(1, (count + Applications.PAGE - 1) / Applications.PAGE);
        int current = Math.clamp(query.page(), 1, pageCount);
        QueueQuery kept = new QueueQuery(shown.name(), query.words(), query.programme(), query.who(), current);
        String here = CasePages.list(tenant);
        return pages.show(
                request,
                status,
                "application/console-applications",
                new CaseViews.QueueView(
                        here,
                        tabs(tenant, here, shown, query),
                        others(tenant),
                        query.words(),
                        query.programme(),
                        programmes.all(tenant).stream()
                                .map(one -> Map.of("value", one.code(), "text", one.title()))
                                .toList(),
                        query.who(),
                        who(tenant, person),
                        shown.name(),
                        count,
                        rows.of(
                                tenant,
                                applications.search(
                                        tenant, filter, Applications.PAGE, (current - 1) * Applications.PAGE)),
                        current,
                        pageCount,
                        here + kept.open(),
                        kept.text(),
                        person.may(Action.APPLICATION_REVIEW),
                        takers(tenant, person),
                        colleagues
                                .absence(tenant, person)
                                .map(row -> row.fromOn() + " 至 " + row.untilOn())
                                .orElse(""),
                        typed));
    }

    private List<Tab> tabs(Tenant tenant, String here, QueueKind shown, QueueQuery query) {
        return Arrays.stream(QueueKind.values())
                .map(one -> new Tab(
                        one.label() + "（" + applications.count(tenant, new Asked(one.states(), "", 0, 0, 0)) + "）",
                        here + new QueueQuery(one.name(), query.words(), query.programme(), query.who(), 1).text(),
                        one == shown))
                .toList();
    }

    private List<Map<String, String>> who(Tenant tenant, Person person) {
        List<Map<String, String>> options = new ArrayList<>();
        options.add(Map.of("value", QueueQuery.NOBODY, "text", "没有指定"));
        colleagues.all(tenant).forEach(one -> options.add(option(person, one)));
        return options;
    }

    private List<Map<String, String>> takers(Tenant tenant, Person person) {
        List<Map<String, String>> options = new ArrayList<>();
        colleagues.all(tenant).stream()
                .sorted((one, other) -> Boolean.compare(isSelf(person, other), isSelf(person, one)))
                .filter(Colleagues.Colleague::isThere)
                .forEach(one -> options.add(option(person, one)));
        options.add(Map.of("value", QueueQuery.NOBODY, "text", "收回，不指定"));
        return options;
    }

    private static boolean isSelf(Person person, Colleagues.Colleague one) {
        return one.person().username().equals(person.username());
    }

    private static Map<String, String> option(Person person, Colleagues.Colleague one) {
        return Map.of("value", one.person().username(), "text", isSelf(person, one) ? "我自己" : one.label());
    }

    /** Where else one works on applications. */
    private static List<Tab> others(Tenant tenant) {
        String console = "/" + tenant.slug() + "/console/";
        return List.of(
                new Tab("会议名单和公示", console + "batches", false),
                new Tab("异议和申诉", console + "complaints", false),
                new Tab("免申即享", console + "offers", false),
                new Tab("抽查", console + "samples", false),
                new Tab("年度预算", console + "budgets", false),
                new Tab("拨付", console + "disbursements", false));
    }
}
