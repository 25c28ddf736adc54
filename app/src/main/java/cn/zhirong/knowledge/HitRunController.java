package cn.zhirong.knowledge;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Running the set, and what came of it. Officers run and try; what all readers will find is adopted by who may release. */
@Controller("/{slug}/console/hits/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
class HitRunController {

    private final HitRuns runs;
    private final AdoptedSettings settings;
    private final Pages pages;

    HitRunController(HitRuns runs, AdoptedSettings settings, Pages pages) {
        this.runs = runs;
        this.settings = settings;
        this.pages = pages;
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return pages.show(request, "knowledge/console-runs", HitRunsView.of(tenant.slug(), runs.latest(tenant), null));
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> run(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        Person person = visitor.signedIn();
        try {
            HitRun run = runs.present(tenant, person.username());
            return Flash.redirect(here(tenant, run.id()), "已运行 " + run.results().size() + " 道题。");
        } catch (Refusal refusal) {
            return pages.show(
                    request,
                    refusal.status(),
                    "knowledge/console-runs",
                    HitRunsView.of(tenant.slug(), runs.latest(tenant), refusal));
        }
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get("/{id}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, String id) {
        Person person = visitor.signedIn();
        HitRun run = runs.run(tenant, Ids.of(id));
        return pages.show(request, "knowledge/console-run", HitRunView.of(tenant.slug(), person, run, null));
    }

    @Needs(Action.SEARCH_QUALITY_ADOPT)
    @Post("/{id}/adoption")
    @Consumes(MediaType.ALL)
    HttpResponse<?> adopt(HttpRequest<?> request, Tenant tenant, Visitor visitor, String id) {
        Person person = visitor.signedIn();
        return decide(request, tenant, person, Ids.of(id), () -> {
            runs.adopt(tenant, person.username(), Ids.of(id));
            settings.forget(tenant);
            return "已采用。本单位的检索和问答从现在起按这份配置。";
        });
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/{id}/discard")
    @Consumes(MediaType.ALL)
    HttpResponse<?> discard(HttpRequest<?> request, Tenant tenant, Visitor visitor, String id) {
        Person person = visitor.signedIn();
        return decide(request, tenant, person, Ids.of(id), () -> {
            runs.discard(tenant, person.username(), Ids.of(id));
            return "已放弃，检索配置没有变化。";
        });
    }

    /** A decision and the sentence that tells of it. */
    private interface Decision {
        String make();
    }

    private HttpResponse<?> decide(HttpRequest<?> request, Tenant tenant, Person person, long id, Decision decision) {
        try {
            return Flash.redirect(here(tenant, id), decision.make());
        } catch (Refusal refusal) {
            HitRun run = runs.run(tenant, id);
            return pages.show(
                    request,
                    refusal.status(),
                    "knowledge/console-run",
                    HitRunView.of(tenant.slug(), person, run, refusal));
        }
    }

    private static String here(Tenant tenant, long id) {
        return "/" + tenant.slug() + "/console/hits/runs/" + id;
    }
}
