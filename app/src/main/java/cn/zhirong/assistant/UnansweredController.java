package cn.zhirong.assistant;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.knowledge.HitSets;
import cn.zhirong.knowledge.HitTabs;
import cn.zhirong.knowledge.PolicySearch;
import cn.zhirong.knowledge.SearchQuery;
import cn.zhirong.policy.PageTab;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormErrors;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The officers' list of questions nobody could answer: into the hit set, or done with a remark. */
@Controller("/{slug}/console/unanswered")
@ExecuteOn(TaskExecutors.BLOCKING)
class UnansweredController {
    private static final int SHOWN = 50;
    private static final int NEAREST = 3;

    private final Unanswered unanswered;
    private final HitSets sets;
    private final PolicySearch search;
    private final Pages pages;
    private final Clock clock;

    UnansweredController(Unanswered unanswered, HitSets sets, PolicySearch search, Pages pages, Clock clock) {
        this.unanswered = unanswered;
        this.sets = sets;
        this.search = search;
        this.pages = pages;
        this.clock = clock;
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get
    HttpResponse<String> list(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, @QueryValue @Nullable String done) {
        return page(request, tenant, "1".equals(done), "", null);
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/hit-set")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> toHitSet(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        try {
            Unanswered.Entry entry = unanswered.entry(tenant, form.getOrDefault("question", ""));
            long id = sets.add(tenant, person.username(), entry.text());
            unanswered.handle(tenant, person.username(), entry.digest(), "已加入命中题");
            return Flash.redirect("/" + tenant.slug() + "/console/hits/questions/" + id, "已加入命中题。请在下面选出应命中的条款。");
        } catch (Refusal refusal) {
            return refused(request, tenant, "", refusal);
        }
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/handling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> handle(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        String remark = form.getOrDefault("remark", "");
        try {
            unanswered.handle(tenant, person.username(), form.getOrDefault("question", ""), remark);
            return Flash.redirect("/" + tenant.slug() + "/console/unanswered", "已记为处理完毕。");
        } catch (Refusal refusal) {
            return refused(request, tenant, remark, refusal);
        }
    }

    private HttpResponse<String> refused(HttpRequest<?> request, Tenant tenant, String typed, Refusal refusal) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        return page(request, tenant, false, typed, refusal);
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, Tenant tenant, boolean done, String typed, @Nullable Refusal refusal) {
        List<Unanswered.Entry> all = unanswered.of(tenant);
        LocalDate today = LocalDate.ofInstant(clock.instant(), AskController.SHANGHAI);
        String here = "/" + tenant.slug() + "/console/unanswered";
        int waiting = (int) all.stream().filter(Unanswered.Entry::waits).count();
        List<UnansweredView.Row> rows = all.stream()
                .filter(entry -> entry.waits() != done)
                .limit(SHOWN)
                .map(entry -> UnansweredView.row(
                        tenant.slug(),
                        entry,
                        search.search(SearchQuery.citable(tenant.slug(), entry.text(), today, NEAREST))
                                .hits()))
                .toList();
        UnansweredView view = new UnansweredView(
                here,
                HitTabs.of(tenant.slug(), HitTabs.Part.UNANSWERED),
                List.of(
                        new PageTab("待处理", here, !done, waiting),
                        new PageTab("已处理", here + "?done=1", done, all.size() - waiting)),
                done,
                FormErrors.of(refusal),
                typed,
                rows);
        return refusal == null
                ? pages.show(request, "assistant/unanswered", view)
                : pages.show(request, refusal.status(), "assistant/unanswered", view);
    }
}
