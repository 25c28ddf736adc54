package cn.zhirong.privacy;

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
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where the bureau answers requests for deletion. */
@Needs(Action.PRIVACY_HANDLE)
@Controller("/{slug}/console/privacy")
class PrivacyDeskController {
    private final DeletionRequests requests;
    private final Pages pages;

    PrivacyDeskController(DeletionRequests requests, Pages pages) {
        this.requests = requests;
        this.pages = pages;
    }

    /** The list. */
    public record ListView(String here, List<Row> open, List<Row> handled, int workingDays) {}

    /** A request of the list; {@code left} is how long there is, or what became of it. */
    public record Row(long id, String askedBy, String asked, String due, String left) {}

    /** One request and, where it is open and somebody else's, the form of its answer. */
    public record View(
            long id,
            String here,
            String askedBy,
            List<Map<String, String>> facts,
            boolean answers,
            boolean own,
            int longest,
            String decision,
            String answer,
            List<Refusal.Field> problems) {}

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant) {
        List<RequestRow> all = requests.all(tenant);
        return pages.show(
                request,
                "privacy/console-requests",
                new ListView(
                        here(tenant),
                        all.stream()
                                .filter(RequestRow::isOpen)
                                .map(it -> row(tenant, it, requests.left(tenant, it)))
                                .toList(),
                        all.stream()
                                .filter(it -> !it.isOpen())
                                .map(it -> row(tenant, it, it.state().label()))
                                .toList(),
                        DeletionRequests.WORKING_DAYS));
    }

    @Get("/{id}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long id) {
        return page(request, HttpStatus.OK, tenant, visitor.signedIn(), id, Map.of(), List.of());
    }

    @Post("/{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> answer(
            HttpRequest<?> request, Tenant tenant, Visitor visitor, long id, @Body Map<String, String> form) {
        Person person = visitor.signedIn();
        requests.find(tenant, id);
        try {
            String answer = form.getOrDefault("answer", "");
            switch (form.getOrDefault("decision", "")) {
                case "done" -> requests.done(tenant, person, id, answer);
                case "refused" -> requests.refuse(tenant, person, id, answer);
                default -> throw Refusal.badField("decision", "请选择处理结果。");
            }
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            return page(request, refusal.status(), tenant, person, id, form, refusal.errors());
        }
        return Flash.redirect(here(tenant), "已答复这份申请。");
    }

    private HttpResponse<String> page(
            HttpRequest<?> request,
            HttpStatus status,
            Tenant tenant,
            Person person,
            long id,
            Map<String, String> form,
            List<Refusal.Field> problems) {
        RequestRow row = requests.find(tenant, id);
        boolean own = row.askedBy().equals(person.username());
        return pages.show(
                request,
                status,
                "privacy/console-request",
                new View(
                        id,
                        here(tenant),
                        requests.name(tenant, row),
                        facts(tenant, row),
                        row.isOpen() && !own,
                        row.isOpen() && own,
                        DeletionRequests.LONGEST,
                        form.getOrDefault("decision", ""),
                        form.getOrDefault("answer", ""),
                        problems));
    }

    private List<Map<String, String>> facts(Tenant tenant, RequestRow row) {
        Instant handledAt = row.handledAt();
        return List.of(
                Map.of("key", "申请人", "value", whose(tenant, row)),
                Map.of("key", "申请时间", "value", PrivacyTexts.time(row.askedAt())),
                Map.of("key", "原因", "value", row.reason()),
                Map.of("key", "答复期限", "value", PrivacyTexts.day(row.dueOn())),
                Map.of(
                        "key",
                        "状态",
                        "value",
                        row.isOpen() ? requests.left(tenant, row) : row.state().label()),
                Map.of("key", "答复", "value", row.answer()),
                Map.of(
                        "key",
                        "处理",
                        "value",
                        handledAt == null ? "" : PrivacyTexts.time(handledAt) + " 由 " + row.handledBy() + " 处理"));
    }

    private Row row(Tenant tenant, RequestRow row, String left) {
        return new Row(
                row.key(), whose(tenant, row), PrivacyTexts.time(row.askedAt()), PrivacyTexts.day(row.dueOn()), left);
    }

    private String whose(Tenant tenant, RequestRow row) {
        return requests.name(tenant, row) + "（" + row.askedBy() + "）";
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/privacy";
    }
}
