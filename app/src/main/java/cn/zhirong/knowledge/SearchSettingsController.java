package cn.zhirong.knowledge;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;

/** Trying other synonyms and weights on the bureau's own questions; nothing changes before somebody adopts it. */
@Controller("/{slug}/console/hits/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchSettingsController {
    private final AdoptedSettings settings;
    private final HitRuns runs;
    private final Pages pages;

    SearchSettingsController(AdoptedSettings settings, HitRuns runs, Pages pages) {
        this.settings = settings;
        this.runs = runs;
        this.pages = pages;
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        SearchSettings adopted = settings.adopted(tenant).settings();
        return pages.show(
                request,
                "knowledge/console-settings",
                SearchSettingsView.of(
                        tenant.slug(),
                        SynonymList.written(adopted.synonyms()),
                        Integer.toString(adopted.meaningPercent()),
                        null));
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> trial(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        String synonyms = form.getOrDefault("synonyms", "").replace("\r", "");
        String meaning = form.getOrDefault("meaning", "");
        try {
            var changed = new SearchSettings(SynonymList.read(synonyms), SearchSettingsView.weight(meaning));
            HitRun run = runs.trial(tenant, person.username(), changed);
            return Flash.redirect("/" + tenant.slug() + "/console/hits/runs/" + run.id(), "已试运行。请对比后决定采用还是放弃。");
        } catch (Refusal refusal) {
            return pages.show(
                    request,
                    refusal.status(),
                    "knowledge/console-settings",
                    SearchSettingsView.of(tenant.slug(), synonyms, meaning, refusal));
        }
    }
}
