package cn.zhirong.drafting;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.subsidy.Transition;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Ids;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tests, publishes, and agrees to days gone by. */
@Controller("/{slug}/console/rules/{ruleId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class PublicationController {
    private final Publication publication;
    private final PublicationPages pages;

    PublicationController(Publication publication, PublicationPages pages) {
        this.publication = publication;
        this.pages = pages;
    }

    @Needs(Action.RULE_SEE)
    @Get("/publication")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId) {
        return pages.show(request, tenant, visitor, Ids.of(ruleId), Map.of(), null);
    }

    /** All cases pass on this revision. */
    @Needs(Action.RULE_DRAFT)
    @Post("/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> test(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @Body Map<String, String> form) {
        return doing(
                request,
                tenant,
                visitor,
                ruleId,
                form,
                "全部案例通过，可以由另一人发布。",
                (actor, id) -> publication.test(tenant, actor, id, number(form.get("revision"))));
    }

    @Needs(Action.RULE_PUBLISH)
    @Post("/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> publish(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, String ruleId, @Body Map<String, String> form) {
        boolean[] done = {false};
        HttpResponse<?> answer = doing(
                request,
                tenant,
                visitor,
                ruleId,
                form,
                "",
                (actor, id) -> done[0] = publication.publish(
                        tenant, actor, id, number(form.get("revision")), form.getOrDefault("cases", ""), wanted(form)));
        boolean refused = answer.code() != HttpStatus.SEE_OTHER.getCode();
        return refused
                ? answer
                : Flash.redirect(here(tenant, ruleId), done[0] ? "已发布。" : "施行日期早于今天：已登记，等待另一位有发布权的人同意。");
    }

    @Needs(Action.RULE_PUBLISH)
    @Post("/agreement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> agree(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String ruleId,
            @Body @Nullable Map<String, String> form) {
        return doing(
                request,
                tenant,
                visitor,
                ruleId,
                form,
                "已同意，规则追溯施行。",
                (actor, id) ->
                        publication.agree(tenant, actor, id, form == null ? "" : form.getOrDefault("asked", "")));
    }

    @Needs(Action.RULE_PUBLISH)
    @Post("/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decline(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String ruleId,
            @Body @Nullable Map<String, String> form) {
        return doing(
                request,
                tenant,
                visitor,
                ruleId,
                form,
                "已撤下，没有发布。",
                (actor, id) -> publication.decline(tenant, actor, id));
    }

    private interface Doing {
        void with(String actor, long id);
    }

    private HttpResponse<?> doing(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            String ruleId,
            @Nullable Map<String, String> form,
            String done,
            Doing doing) {
        try {
            doing.with(visitor.signedIn().username(), Ids.of(ruleId));
            return Flash.redirect(here(tenant, ruleId), done);
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            // A browser that has nothing to send but the button sends no body at all.
            return pages.show(request, tenant, visitor, Ids.of(ruleId), form == null ? Map.of() : form, refusal);
        }
    }

    private static String here(Tenant tenant, String ruleId) {
        return RuleHeads.here(tenant, Ids.of(ruleId)) + "/publication";
    }

    private static Publication.Wanted wanted(Map<String, String> form) {
        FormReader reader = new FormReader(form);
        LocalDate from = day(reader, "from", "施行日期");
        LocalDate until = reader.raw("until").isEmpty() ? null : day(reader, "until", "失效日期");
        if (until != null && until.isBefore(from)) {
            reader.wrong("until", "失效日期不能早于施行日期。");
        }
        String note = reader.lines("note", "发布说明", 1, 500);
        String way = reader.raw("transition");
        if (!way.equals("OPENED") && !way.equals("NEWEST")) {
            reader.wrong("transition", "请选择在办申请按哪一版办理。");
        }
        reader.check();
        return new Publication.Wanted(new DateRange(from, until), Transition.valueOf(way), note);
    }

    private static LocalDate day(FormReader reader, String field, String label) {
        LocalDate day = Days.read(reader, field, label, false);
        return day == null ? LocalDate.EPOCH : day;
    }

    private static int number(@Nullable String sent) {
        return sent != null && sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : -1;
    }
}
