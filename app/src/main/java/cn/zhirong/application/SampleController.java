package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.application.SampleRow.Basis;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 抽查: samples are drawn, checked by others, and read by the auditor. */
@Controller("/{slug}/console/samples")
@ExecuteOn(TaskExecutors.BLOCKING)
class SampleController {
    private static final String SHARE = "share-";

    private final Samples samples;
    private final SamplePages views;
    private final Pages pages;

    SampleController(Samples samples, SamplePages views, Pages pages) {
        this.samples = samples;
        this.views = views;
        this.pages = pages;
    }

    @Needs(Action.APPLICATION_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
    }

    /** Draws of {@code basis}, of each programme the percent in {@code share-BASIS-ID}. */
    @Needs(Action.APPLICATION_REVIEW)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> draw(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        return Forms.send(
                typed,
                form -> {
                    Basis basis = Arrays.stream(Basis.values())
                            .filter(one -> one.name().equals(form.raw("basis")))
                            .findFirst()
                            .orElse(null);
                    if (basis == null) {
                        form.wrong("basis", "请选择从哪一类申报里抽取。");
                    }
                    form.check();
                    Map<Long, Integer> percent = new HashMap<>();
                    String prefix = SHARE + basis + "-";
                    Forms.picks(typed, prefix).forEach(id -> {
                        String share = form.raw(prefix + id);
                        percent.put(id, share.matches("[0-9]{1,3}") ? Integer.parseInt(share) : 0);
                    });
                    SampleRow sample =
                            samples.draw(tenant, visitor.signedIn(), basis == null ? Basis.PAID : basis, percent);
                    return Flash.redirect(SamplePages.here(tenant) + "/" + sample.key(), "已抽取，种子已记录，不能重抽。");
                },
                (status, filled) -> list(request, status, tenant, visitor, filled));
    }

    @Needs(Action.APPLICATION_SEE)
    @Get("/{sample}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, long sample) {
        return pages.show(request, "application/console-sample", views.sample(tenant, samples.find(tenant, sample)));
    }

    @Needs(Action.APPLICATION_SEE)
    @Get("/{sample}/rows/{row}")
    HttpResponse<String> sheet(HttpRequest<?> request, Tenant tenant, Visitor visitor, long sample, long row) {
        return sheet(request, HttpStatus.OK, tenant, visitor, sample, row, FilledForm.NOTHING);
    }

    /** Keeps what was looked at: {@code item-N} is {@code yes} or {@code no}, with {@code words-N}. */
    @Needs(Action.APPLICATION_REVIEW)
    @Post("/{sample}/rows/{row}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> check(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long sample,
            long row,
            @Body Map<String, String> typed) {
        samples.row(tenant, sample, row);
        return Forms.send(
                typed,
                form -> {
                    List<SampleCheckRow.Item> sheet = items(form);
                    boolean inOrder = sheet.stream().allMatch(SampleCheckRow.Item::inOrder);
                    String finding = inOrder ? null : form.lines("finding", "发现的问题", 5, 480);
                    Samples.Demand demand = inOrder || form.raw("amount").isEmpty() ? null : demand(form);
                    form.check();
                    samples.check(tenant, visitor.signedIn(), sample, row, sheet, finding, demand);
                    return Flash.redirect(
                            SamplePages.here(tenant) + "/" + sample, demand == null ? "已登记核查结果。" : "已登记核查结果，并通知退回。");
                },
                (status, filled) -> sheet(request, status, tenant, visitor, sample, row, filled));
    }

    private static List<SampleCheckRow.Item> items(FormReader form) {
        List<SampleCheckRow.Item> items = new ArrayList<>();
        for (int at = 0; at < Samples.ITEMS.size(); at++) {
            String what = Samples.ITEMS.get(at);
            String said = form.raw("item-" + at);
            if (!said.equals("yes") && !said.equals("no")) {
                form.wrong("item-" + at, "请核查“" + what + "”，选择属实或者有问题。");
            }
            boolean yes = said.equals("yes");
            items.add(new SampleCheckRow.Item(
                    what, yes, form.line("words-" + at, "“" + what + "”的核查说明", said.equals("no") ? 5 : 0, 300)));
        }
        return items;
    }

    private static Samples.@Nullable Demand demand(FormReader form) {
        Money amount = Amounts.typed(form, "amount", "追回金额");
        return new Samples.Demand(form.raw("payee"), amount, form.line("clause", "依据的条款", 2, 100));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        return pages.show(
                request,
                status,
                "application/console-samples",
                views.list(tenant, request, visitor.may(Action.APPLICATION_REVIEW), typed));
    }

    private HttpResponse<String> sheet(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Visitor visitor,
            long sample,
            long row,
            FilledForm typed) {
        return pages.show(
                request,
                status,
                "application/console-sample-sheet",
                views.sheet(
                        tenant,
                        visitor.signedIn(),
                        samples.find(tenant, sample),
                        samples.row(tenant, sample, row),
                        typed));
    }
}
