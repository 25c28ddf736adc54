package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.application.ApplicationApi.Applied;
import cn.zhirong.application.ApplicationApi.Applying;
import cn.zhirong.application.ApplicationApi.Paid;
import cn.zhirong.application.ApplicationApi.Paying;
import cn.zhirong.application.ApplicationApi.Published;
import cn.zhirong.application.ApplicationApi.Publishing;
import cn.zhirong.application.ApplicationApi.Reviewed;
import cn.zhirong.application.ApplicationApi.Reviewing;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.FactsJson;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FormReader;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way of an application for programs: every call is done once, by its Idempotency-Key. */
@Controller("/api/v1/{slug}/subsidies/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApplicationApiController {
    private static final int SHORTEST_REASON = 5;

    private final Applications applications;
    private final Programmes programmes;
    private final Vocabularies vocabularies;
    private final FirmDesk firms;
    private final Reviews reviews;
    private final Sheets sheets;
    private final PublicNotices notices;
    private final Disbursements disbursements;
    private final Calls calls;

    ApplicationApiController(
            Applications applications,
            Programmes programmes,
            Vocabularies vocabularies,
            FirmDesk firms,
            Reviews reviews,
            Sheets sheets,
            PublicNotices notices,
            Disbursements disbursements,
            Calls calls) {
        this.applications = applications;
        this.programmes = programmes;
        this.vocabularies = vocabularies;
        this.firms = firms;
        this.reviews = reviews;
        this.sheets = sheets;
        this.notices = notices;
        this.disbursements = disbursements;
        this.calls = calls;
    }

    @Needs(Action.APPLICATION_OWN)
    @Post("/applications")
    HttpResponse<Applied> apply(
            Tenant tenant,
            Visitor visitor,
            String code,
            @Body Applying body,
            @Header("Idempotency-Key") @Nullable String key) {
        Person person = visitor.signedIn();
        Programme programme = programme(tenant, code);
        return HttpResponse.created(calls.once(tenant, person, key, code + "/applications", body, Applied.class, () -> {
            ApplicationRow row = firms.open(tenant, person, code);
            if (body.facts() != null) {
                keep(tenant, person, row, body.facts());
            }
            if (body.account() != null) {
                Account account = account(
                        body.account(), applications.firm(tenant, person).name(), row.firm());
                firms.save(tenant, person, row.key(), account);
            }
            if (Boolean.TRUE.equals(body.submit())) {
                firms.submit(tenant, person, row.key(), true);
            }
            return applied(tenant, programme, applications.own(tenant, person, row.key()));
        }));
    }

    /** Whatever a firm calls its source, it is the firm that says so; and only of what a firm is asked. */
    private void keep(Tenant tenant, Person person, ApplicationRow row, Map<String, Object> sent) {
        Facts said = FactsJson.declared(sent, vocabularies.facts(tenant), applications.today())
                .orRefuse();
        Set<String> left = new TreeSet<>(said.all().keySet());
        List<Refusal.Field> problems = new ArrayList<>();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            left.removeAll(sheets.form(tenant, row, task).wanted().keySet());
        }
        left.forEach(name -> problems.add(new Refusal.Field("facts." + name, "这个项目不向企业问“" + name + "”，或者它由经办判断。")));
        for (String list : said.all().keySet()) {
            List<String> keys = Things.keys(said, list);
            Things.twice(keys)
                    .forEach(at -> problems.add(
                            new Refusal.Field("facts." + list + "[" + at + "].id", FactRows.twice(keys.get(at)))));
        }
        if (!problems.isEmpty()) {
            throw Refusal.badInput(problems.getFirst().message(), problems);
        }
        Set<String> names = said.all().keySet();
        for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
            firms.save(tenant, person, row.key(), task, said, names, null);
        }
    }

    @Needs(Action.APPLICATION_REVIEW)
    @Post("/reviews")
    HttpResponse<Reviewed> review(
            Tenant tenant,
            Visitor visitor,
            String code,
            @Body Reviewing body,
            @Header("Idempotency-Key") @Nullable String key) {
        Person person = visitor.signedIn();
        Programme programme = programme(tenant, code);
        String decision = String.valueOf(body.decision());
        String stage = String.valueOf(body.stage());
        if (!Set.of("first/pass", "first/refuse", "second/confirm", "second/back")
                .contains(stage + "/" + decision)) {
            throw Refusal.badField(
                    "decision", "stage 为 first 时 decision 须为 pass 或 refuse，为 second 时须为 confirm 或 back。");
        }
        if (stage.equals("second") && !person.may(Action.APPLICATION_DECIDE)) {
            throw Refusal.forbidden("复审由复核或者局长办理。");
        }
        return HttpResponse.created(calls.once(tenant, person, key, code + "/reviews", body, Reviewed.class, () -> {
            long id = numbered(tenant, programme, body.application()).key();
            FormReader form = new FormReader(Map.of("reason", Objects.requireNonNullElse(body.reason(), "")));
            boolean back = decision.equals("back");
            String reason = form.lines("reason", back ? "退回理由" : "审核意见", back ? SHORTEST_REASON : 0, 500);
            form.check();
            ApplicationRow row = switch (decision) {
                case "confirm" -> reviews.second(tenant, person, id, reason);
                case "back" -> reviews.sendBack(tenant, person, id, reason);
                default ->
                    reviews.first(tenant, person, id, findings(tenant, id, body), decision.equals("pass"), reason);
            };
            ReviewRow kept = reviews.of(tenant, id).getFirst();
            return new Reviewed(
                    row.number(),
                    row.state().name(),
                    row.amountFen(),
                    kept.traceSha256(),
                    new String(kept.trace(), StandardCharsets.UTF_8));
        }));
    }

    @Needs(Action.APPLICATION_DECIDE)
    @Post("/notices")
    HttpResponse<Published> publish(
            Tenant tenant,
            Visitor visitor,
            String code,
            @Body Publishing body,
            @Header("Idempotency-Key") @Nullable String key) {
        Programme programme = programme(tenant, code);
        Person person = visitor.signedIn();
        return HttpResponse.created(calls.once(tenant, person, key, code + "/notices", body, Published.class, () -> {
            FormReader form = new FormReader(Map.of("title", Objects.requireNonNullElse(body.title(), "")));
            String title = form.line("title", "公示标题", 4, 120);
            form.check();
            long batch = body.batch() == null ? 0 : body.batch();
            Set<State> states = Set.of(State.values());
            if (applications.count(tenant, new Applications.Asked(states, "", programme.id(), batch, 0)) == 0) {
                throw Refusal.notFound();
            }
            NoticeRow notice = notices.publish(tenant, person, batch, title);
            return new Published(
                    notice.key(),
                    notice.opensOn(),
                    notice.closesOn(),
                    notice.lineCount(),
                    "/" + tenant.slug() + "/notices/" + notice.key());
        }));
    }

    @Needs(Action.APPLICATION_REVIEW)
    @Post("/disbursements")
    HttpResponse<Paid> disburse(
            Tenant tenant,
            Visitor visitor,
            String code,
            @Body Paying body,
            @Header("Idempotency-Key") @Nullable String key) {
        Programme programme = programme(tenant, code);
        Person person = visitor.signedIn();
        return HttpResponse.created(calls.once(tenant, person, key, code + "/disbursements", body, Paid.class, () -> {
            List<String> numbers = Objects.requireNonNullElse(body.applications(), List.of());
            Set<Long> ids = numbers.stream()
                    .limit(Batches.MOST + 1L)
                    .map(number -> numbered(tenant, programme, number).key())
                    .collect(Collectors.toSet());
            DisbursementRow batch = disbursements.make(tenant, person, ids);
            return new Paid(
                    batch.key(),
                    batch.number(),
                    batch.totalFen(),
                    disbursements.of(tenant, batch).size(),
                    "/" + tenant.slug() + "/console/disbursements/" + batch.key());
        }));
    }

    private Programme programme(Tenant tenant, String code) {
        return programmes.find(tenant, code).orElseThrow(Refusal::notFound);
    }

    /** The application of this programme with that number. */
    private ApplicationRow numbered(Tenant tenant, Programme programme, @Nullable String number) {
        ApplicationNumber known = ApplicationNumber.typed(Objects.requireNonNullElse(number, ""))
                .orElseThrow(() -> Refusal.badField("application", "申报编号不对，应形如 2026-ZQ-000123-K，最后一位是校验位。"));
        ApplicationRow row = applications.numbered(tenant, known);
        if (row.programmeId() != programme.id()) {
            throw Refusal.notFound();
        }
        return row;
    }

    private Findings findings(Tenant tenant, long id, Reviewing body) {
        List<ApplicationApi.Said> judgements =
                Objects.requireNonNullElse(body.judgements(), List.<ApplicationApi.Said>of());
        Set<String> judged =
                Overruled.judged(sheets.version(tenant, applications.seen(tenant, id), applications.today())
                        .rule());
        for (int at = 0; at < judgements.size(); at++) {
            String fact = Objects.requireNonNullElse(judgements.get(at).fact(), "");
            if (!judged.contains(fact)) {
                throw Refusal.badField(
                        "judgements[" + at + "].fact", "规则没有让经办判断“" + fact + "”。对事实有不同认定的，请用 overrides 改认定。");
            }
        }
        return new Findings(
                applications.today(),
                judgements.stream()
                        .map(said -> new Findings.Judgement(said.fact(), said.yes(), reason(said.reason())))
                        .toList(),
                Objects.requireNonNullElse(body.overrides(), List.<ApplicationApi.Overruling>of()).stream()
                        .map(said -> new Findings.Override(
                                Objects.requireNonNullElse(said.place(), ""),
                                Objects.requireNonNullElse(said.record(), ""),
                                said.met(),
                                reason(said.reason())))
                        .toList());
    }

    private static String reason(@Nullable String words) {
        FormReader form = new FormReader(Map.of("reason", Objects.requireNonNullElse(words, "")));
        String reason = form.line("reason", "判断和认定的理由", SHORTEST_REASON, 300);
        form.check();
        return reason;
    }

    private static Account account(ApplicationApi.PayTo to, String... names) {
        FormReader form = new FormReader(Map.of(
                "holder", Objects.requireNonNullElse(to.holder(), ""),
                "accountNumber", Objects.requireNonNullElse(to.number(), ""),
                "bank", Objects.requireNonNullElse(to.bank(), "")));
        Account account = Account.ofFirm(form, names);
        form.check();
        return account;
    }

    static Applied applied(Tenant tenant, Programme programme, ApplicationRow row) {
        return new Applied(
                row.number(),
                programme.code(),
                row.firm(),
                row.state().toldAs().name(),
                row.state().tellsAmount() ? row.amountFen() : null,
                row.dueOn(),
                OwnPages.here(tenant, row));
    }
}
