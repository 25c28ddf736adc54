package cn.zhirong.privacy;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.OwnSession;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is held on oneself: to see, to take out, to have deleted. For a person at a browser, never for a token. */
@Needs(Action.OWN_ACCOUNT)
@Controller("/{slug}/account/data")
class OwnDataController {
    private final OwnDataReader reader;
    private final DeletionRequests requests;
    private final Pages pages;

    OwnDataController(OwnDataReader reader, DeletionRequests requests, Pages pages) {
        this.reader = reader;
        this.requests = requests;
        this.pages = pages;
    }

    /** The page; {@code nothing} is what could be held and is not, {@code asks} whether a request for deletion can be sent now. */
    public record View(
            List<Map<String, Object>> tabs,
            String here,
            List<Map<String, String>> facts,
            List<Map<String, String>> sessions,
            List<Map<String, String>> tokens,
            List<Map<String, String>> identities,
            List<Map<String, String>> bureaus,
            List<Map<String, String>> consents,
            List<Map<String, String>> requests,
            List<Map<String, String>> others,
            List<Map<String, String>> nothing,
            boolean asks,
            int workingDays,
            int longest,
            String reason,
            List<Refusal.Field> problems) {}

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant) {
        return page(request, HttpStatus.OK, tenant, "", List.of());
    }

    @Get("/export")
    HttpResponse<String> export(HttpRequest<?> request, Tenant tenant) {
        Person person = OwnSession.of(request).person();
        return HttpResponse.ok(reader.export(tenant, person))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"my-data-" + tenant.slug() + ".json\"")
                .header("Cache-Control", "no-store");
    }

    @Post("/deletion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, Tenant tenant, @Body Map<String, String> form) {
        String reason = form.getOrDefault("reason", "");
        try {
            requests.ask(tenant, OwnSession.of(request).person(), reason);
            return Flash.redirect(here(tenant), "已收到您的申请，本单位将在 " + DeletionRequests.WORKING_DAYS + " 个工作日内答复。");
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            return page(request, refusal.status(), tenant, reason, refusal.errors());
        }
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, String reason, List<Refusal.Field> problems) {
        Person person = OwnSession.of(request).person();
        OwnData data = reader.read(tenant, person);
        boolean open = data.requests().stream().anyMatch(it -> it.state().equals(RequestState.OPEN.label()));
        return pages.show(
                request,
                status,
                "privacy/own-data",
                new View(
                        OwnSession.tabs(request, tenant.slug(), "data"),
                        here(tenant),
                        facts(data.account()),
                        data.sessions().stream()
                                .map(it -> Map.of(
                                        "began",
                                        PrivacyTexts.time(it.beganAt()),
                                        "address",
                                        orDash(it.address()),
                                        "device",
                                        orDash(it.device()),
                                        "ends",
                                        PrivacyTexts.time(it.endsAt())))
                                .toList(),
                        data.tokens().stream()
                                .map(it -> Map.of(
                                        "name",
                                        it.name().isEmpty() ? "命令行生成" : it.name(),
                                        "ends",
                                        PrivacyTexts.time(it.endsAt())))
                                .toList(),
                        data.identities().stream()
                                .map(it -> Map.of(
                                        "provider",
                                        orDash(it.provider()),
                                        "name",
                                        orDash(it.name()),
                                        "linked",
                                        PrivacyTexts.time(it.linkedAt())))
                                .toList(),
                        data.bureaus().stream()
                                .map(it -> Map.of(
                                        "name",
                                        it.name().isEmpty() ? "已注销的单位" : it.name(),
                                        "linked",
                                        PrivacyTexts.time(it.linkedAt()),
                                        "enters",
                                        it.enters() ? "已确认" : "未确认"))
                                .toList(),
                        data.consents().stream()
                                .map(it -> Map.of("version", it.version(), "given", PrivacyTexts.time(it.givenAt())))
                                .toList(),
                        data.requests().stream()
                                .map(it -> Map.of(
                                        "asked",
                                        PrivacyTexts.time(it.askedAt()),
                                        "reason",
                                        it.reason(),
                                        "due",
                                        PrivacyTexts.day(LocalDate.parse(it.dueOn())),
                                        "state",
                                        it.state(),
                                        "answer",
                                        orDash(it.answer())))
                                .toList(),
                        data.others().stream()
                                .map(it -> Map.of(
                                        "what",
                                        it.what(),
                                        "words",
                                        it.words(),
                                        "contact",
                                        it.contact().isEmpty() ? it.name() : it.name() + "，" + it.contact(),
                                        "at",
                                        PrivacyTexts.time(it.at()),
                                        "kept",
                                        it.keptUntil()))
                                .toList(),
                        nothing(data, Consents.isBasis(person)),
                        !open && !tenant.isPlatform(),
                        DeletionRequests.WORKING_DAYS,
                        DeletionRequests.LONGEST,
                        reason,
                        problems));
    }

    private static List<Map<String, String>> facts(OwnData.Account account) {
        return List.of(
                Map.of("key", "姓名", "value", account.name()),
                Map.of("key", "用户名", "value", account.username()),
                Map.of("key", "岗位", "value", account.role()),
                Map.of("key", "邮箱", "value", orDash(account.email())),
                Map.of("key", "电话", "value", orDash(account.phone())),
                Map.of("key", "开通时间", "value", PrivacyTexts.time(account.createdAt())));
    }

    /** What could be held and is not. */
    private static List<Map<String, String>> nothing(OwnData data, boolean asked) {
        List<Map<String, String>> nothing = new ArrayList<>();
        if (data.tokens().isEmpty()) {
            nothing.add(Map.of("key", "接口令牌", "value", "没有令牌"));
        }
        if (data.identities().isEmpty()) {
            nothing.add(Map.of("key", "统一身份", "value", "没有关联的身份"));
        }
        if (data.consents().isEmpty()) {
            nothing.add(Map.of("key", "同意过的告知", "value", asked ? "还没有同意" : "没有；账号由单位开通，不以同意为依据"));
        }
        if (data.requests().isEmpty()) {
            nothing.add(Map.of("key", "删除申请", "value", "没有申请"));
        }
        return nothing;
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "—" : text;
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/account/data";
    }
}
