package cn.zhirong.application;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.Action;
import cn.zhirong.access.Person;
import cn.zhirong.application.SampleRow.Basis;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the pages about samples show. */
@Singleton
class SamplePages {
    private final Samples samples;
    private final Applications applications;
    private final Clawbacks clawbacks;
    private final Programmes programmes;
    private final Accounts accounts;

    SamplePages(
            Samples samples, Applications applications, Clawbacks clawbacks, Programmes programmes, Accounts accounts) {
        this.samples = samples;
        this.applications = applications;
        this.clawbacks = clawbacks;
        this.programmes = programmes;
        this.accounts = accounts;
    }

    static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/samples";
    }

    SampleViews.ListView list(Tenant tenant, HttpRequest<?> request, boolean draws, FilledForm typed) {
        Map<Long, String> titles = titles(tenant);
        Paging paging = Paging.of(request, samples.count(tenant));
        List<SampleRow> shown = samples.page(tenant, paging);
        Map<Long, SampleCheckRepository.Progress> progress = samples.progress(tenant, shown);
        return new SampleViews.ListView(
                here(tenant),
                CasePages.list(tenant),
                shown.stream()
                        .map(row -> line(
                                tenant,
                                row,
                                progress.getOrDefault(
                                        row.key(), new SampleCheckRepository.Progress(row.key(), 0, 0, 0))))
                        .toList(),
                paging,
                Arrays.stream(Basis.values())
                        .map(basis -> new SampleViews.Pool(
                                basis.name(),
                                basis.label(),
                                samples.waiting(tenant, basis).entrySet().stream()
                                        .map(each -> new SampleViews.Share(
                                                String.valueOf(each.getKey()),
                                                titles.getOrDefault(each.getKey(), ""),
                                                each.getValue()))
                                        .toList()))
                        .filter(pool -> !pool.shares().isEmpty())
                        .toList(),
                draws,
                typed);
    }

    private static BatchViews.Line line(Tenant tenant, SampleRow row, SampleCheckRepository.Progress progress) {
        long open = progress.waiting();
        return new BatchViews.Line(
                here(tenant) + "/" + row.key(),
                title(row),
                open > 0 ? "还有 " + open + " 份待核查" : "已核查",
                open > 0 ? "wait" : "ok",
                Timeline.minute(row.untilAt()),
                progress.drawn() + " 份，发现问题 " + progress.found() + " 份");
    }

    SampleViews.SampleView sample(Tenant tenant, SampleRow row) {
        Map<Long, String> titles = titles(tenant);
        List<SampleCheckRow> checks = samples.of(tenant, row);
        Map<Long, ApplicationRow> of = applications.seen(
                tenant, checks.stream().map(SampleCheckRow::applicationId).toList());
        OpenedProgrammes opened = applications.programmes(tenant);
        Map<String, String> names = new HashMap<>();
        return new SampleViews.SampleView(
                here(tenant),
                CasePages.list(tenant),
                title(row),
                List.of(
                        new OwnViews.Money(
                                "抽取范围",
                                row.basis().label() + "申报，" + from(row.afterAt()) + "到 "
                                        + Timeline.minute(row.untilAt())),
                        new OwnViews.Money("抽取人", name(tenant, row.drawnBy())),
                        new OwnViews.Money("抽取时间", Timeline.minute(row.untilAt())),
                        new OwnViews.Money("随机种子", row.seed())),
                samples.shares(row).stream()
                        .map(share -> Map.of(
                                "programme",
                                titles.getOrDefault(share.programme(), ""),
                                "percent",
                                share.percent() + "%",
                                "of",
                                String.valueOf(share.of()),
                                "drawn",
                                String.valueOf(share.drawn())))
                        .toList(),
                checks.stream()
                        .flatMap(each -> Stream.ofNullable(of.get(each.applicationId()))
                                .map(application -> drawn(
                                        tenant,
                                        row,
                                        each,
                                        application,
                                        opened.of(application).title(),
                                        each.checkedBy() == null
                                                ? ""
                                                : names.computeIfAbsent(each.checkedBy(), who -> name(tenant, who)))))
                        .toList());
    }

    private static SampleViews.Drawn drawn(
            Tenant tenant,
            SampleRow sample,
            SampleCheckRow row,
            ApplicationRow application,
            String programme,
            String by) {
        return new SampleViews.Drawn(
                here(tenant) + "/" + sample.key() + "/rows/" + row.key(),
                application.number(),
                application.firm(),
                programme,
                row.finding() != null ? "发现问题" : row.isChecked() ? "没有问题" : "待核查",
                row.finding() != null ? "bad" : row.isChecked() ? "ok" : "wait",
                by);
    }

    SampleViews.CheckView sheet(Tenant tenant, Person person, SampleRow sample, SampleCheckRow row, FilledForm typed) {
        ApplicationRow application = applications.seen(tenant, row.applicationId());
        boolean own = row.isOwn(person.username());
        boolean reviews = person.may(Action.APPLICATION_REVIEW);
        String back = here(tenant) + "/" + sample.key();
        return new SampleViews.CheckView(
                back + "/rows/" + row.key(),
                back,
                here(tenant),
                application.number(),
                application.firm(),
                applications.programme(tenant, application).title(),
                CasePages.here(tenant, application.key()),
                row.isChecked(),
                !row.isChecked() && reviews && !own,
                !row.isChecked() && reviews && own ? "这份申报是您审核或者抽取的，须由没有参与的同事核查。" : "",
                items(row),
                row.finding() == null ? "" : row.finding(),
                row.checkedBy() == null || row.checkedAt() == null
                        ? ""
                        : name(tenant, row.checkedBy()) + "，" + Timeline.minute(row.checkedAt()),
                Step.DEMAND.isOpenIn(application.state())
                        ? clawbacks.held(tenant, application).entrySet().stream()
                                .map(held -> Map.of(
                                        "value",
                                        held.getKey(),
                                        "text",
                                        held.getKey() + "，已到账 " + new Money(held.getValue()).words()))
                                .toList()
                        : List.of(),
                typed);
    }

    private List<SampleViews.Item> items(SampleCheckRow row) {
        List<SampleCheckRow.Item> said = samples.sheet(row);
        List<SampleViews.Item> items = new ArrayList<>();
        for (int at = 0; at < Math.max(said.size(), Samples.ITEMS.size()); at++) {
            if (said.isEmpty()) {
                items.add(new SampleViews.Item(String.valueOf(at), Samples.ITEMS.get(at), "", "", ""));
            } else {
                SampleCheckRow.Item item = said.get(at);
                items.add(new SampleViews.Item(
                        String.valueOf(at),
                        item.what(),
                        item.inOrder() ? "属实" : "有问题",
                        item.inOrder() ? "ok" : "bad",
                        item.words()));
            }
        }
        return items;
    }

    private static String title(SampleRow row) {
        return Timeline.minute(row.untilAt()).substring(0, 10) + " 抽查"
                + row.basis().label() + "申报";
    }

    private static String from(Instant after) {
        return after.isAfter(Instant.EPOCH.plusSeconds(1)) ? Timeline.minute(after) + " " : "开始办理";
    }

    private Map<Long, String> titles(Tenant tenant) {
        return programmes.all(tenant).stream().collect(Collectors.toMap(Programme::id, Programme::title));
    }

    private String name(Tenant tenant, String username) {
        return accounts.find(tenant, username).map(Person::name).orElse(username);
    }
}
