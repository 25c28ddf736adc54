package cn.zhirong.knowledge;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Ids;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the index holds of the bureau's own documents, and its correction. */
@Controller("/{slug}/console/passages")
@ExecuteOn(TaskExecutors.BLOCKING)
class PassageDeskController {
    private final PassageDesk desk;
    private final PassageCorrections corrections;
    private final PolicyIndexes indexes;
    private final ClauseFinder finder;
    private final Pages pages;
    private final Clock clock;

    PassageDeskController(
            PassageDesk desk,
            PassageCorrections corrections,
            PolicyIndexes indexes,
            ClauseFinder finder,
            Pages pages,
            Clock clock) {
        this.desk = desk;
        this.corrections = corrections;
        this.indexes = indexes;
        this.finder = finder;
        this.pages = pages;
        this.clock = clock;
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HitRuns.SHANGHAI);
        Map<Long, Long> corrected = corrections.counts(tenant);
        List<PassageListView.Row> rows = finder.library(tenant, today).stream()
                .filter(version -> version.shelf().equals(tenant.slug()))
                .map(version -> row(tenant, version, corrected.getOrDefault(version.policyId(), 0L)))
                .toList();
        return pages.show(
                request,
                "knowledge/console-passage-list",
                new PassageListView(HitTabs.of(tenant.slug(), HitTabs.Part.PASSAGES), rows));
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get("/{versionId}")
    HttpResponse<String> passages(HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId) {
        long id = Ids.of(versionId);
        List<PassageDesk.Shown> passages = desk.passages(tenant, id);
        int inIndex = indexes.passagesOf(tenant.slug(), id).size();
        return pages.show(request, "knowledge/console-passages", PassagesView.of(tenant.slug(), passages, inIndex));
    }

    @Needs(Action.SEARCH_QUALITY)
    @Get("/{versionId}/{passageId}")
    HttpResponse<String> passage(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String versionId, String passageId) {
        return pages.show(
                request, "knowledge/console-passage", view(tenant, Ids.of(versionId), passageId, Map.of(), null));
    }

    @Needs(Action.SEARCH_QUALITY_EDIT)
    @Post("/{versionId}/{passageId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String versionId,
            String passageId,
            @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        long id = Ids.of(versionId);
        try {
            String done = change(tenant, person.username(), id, passageId, form);
            return Flash.redirect("/" + tenant.slug() + "/console/passages/" + id + "/" + passageId, done);
        } catch (Refusal refusal) {
            return pages.show(
                    request, refusal.status(), "knowledge/console-passage", view(tenant, id, passageId, form, refusal));
        }
    }

    private String change(Tenant tenant, String actor, long versionId, String passageId, Map<String, String> form) {
        String text = form.getOrDefault("text", "");
        switch (form.getOrDefault("act", "")) {
            case "reword" -> desk.reword(tenant, actor, versionId, passageId, piece(form), text);
            case "split" -> desk.split(tenant, actor, versionId, passageId, piece(form), text);
            case "off" -> desk.switchOff(tenant, actor, versionId, passageId, text);
            case "on" -> desk.switchOn(tenant, actor, versionId, passageId);
            case "restore" -> desk.restore(tenant, actor, versionId, passageId);
            default -> throw Refusal.badField("form", "请选择要做的更正。");
        }
        return "已更正，检索已经更新。";
    }

    private static int piece(Map<String, String> form) {
        String piece = form.getOrDefault("piece", "0");
        return piece.matches("[0-9]{1,3}") ? Integer.parseInt(piece) : -1;
    }

    private PassageView view(
            Tenant tenant, long versionId, String passageId, Map<String, String> typed, @Nullable Refusal refusal) {
        PassageDesk.Shown shown = desk.passage(tenant, versionId, passageId);
        String changed = corrections
                .changedBy(tenant, shown.passage().policyId())
                .getOrDefault(PassageCorrection.key(shown.passage()), "");
        return PassageView.of(tenant.slug(), shown, changed, typed, refusal);
    }

    private PassageListView.Row row(Tenant tenant, PolicyVersion version, long corrected) {
        return new PassageListView.Row(
                version.title(),
                "/" + tenant.slug() + "/console/passages/" + version.id(),
                version.documentNumber(),
                "第 " + version.number() + " 版",
                indexes.passagesOf(tenant.slug(), version.id()).size(),
                corrected);
    }
}
