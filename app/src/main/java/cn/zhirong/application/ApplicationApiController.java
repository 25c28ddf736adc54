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
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way of an application for programs: every call is done once, by its Idempotency-Key. */
@Controller("/api/v1/{slug}/subsidies/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApplicationApiController {
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
        return HttpResponse.created(calls.once(tenant, person, key, List.of(code, body), Applied.class, () -> {
            ApplicationRow row = firms.open(tenant, person, code);
            if (body.facts() != null) {
                Facts said = FactsJson.read(body.facts(), vocabularies.facts(tenant), applications.today())
                        .orRefuse();
                Facts known = sheets.facts(tenant, row);
                for (Map.Entry<String, Fact> fact : said.all().entrySet()) {
                    known = known.with(fact.getKey(), declared(fact.getValue()));
                }
                firms.save(tenant, person, row.key(), Task.ENTERPRISE, known);
                firms.save(tenant, person, row.key(), Task.FINANCING, known);
            }
            if (body.account() != null) {
                firms.save(tenant, person, row.key(), account(body.account()));
            }
            if (Boolean.TRUE.equals(body.submit())) {
                firms.submit(tenant, person, row.key(), true);
            }
            return applied(tenant, programme, applications.own(tenant, person, row.key()));
        }));
    }

    /** Whatever a firm calls its source, it is the firm that says so. */
    private static Fact declared(Fact fact) {
        return new Fact(
                fact.value(),
                new Provenance(
                        Source.DECLARED,
                        fact.provenance().on(),
                        fact.provenance().evidence()));
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
        return HttpResponse.created(calls.once(tenant, person, key, List.of(code, body), Reviewed.class, () -> {
            long id = numbered(tenant, programme, body.application()).key();
            String reason = Objects.requireNonNullElse(body.reason(), "").strip();
            if (reason.length() > 500) {
                throw Refusal.badField("reason", "审核意见最长 500 个字，现在有 " + reason.length() + " 个字。");
            }
            ApplicationRow row = switch (decision) {
                case "confirm" -> reviews.second(tenant, person, id, reason);
                case "back" -> reviews.sendBack(tenant, person, id, reason);
                default -> reviews.first(tenant, person, id, findings(body), decision.equals("pass"), reason);
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
        programme(tenant, code);
        Person person = visitor.signedIn();
        return HttpResponse.created(calls.once(tenant, person, key, List.of(code, body), Published.class, () -> {
            FormReader form = new FormReader(Map.of("title", Objects.requireNonNullElse(body.title(), "")));
            String title = form.line("title", "公示标题", 4, 120);
            form.check();
            NoticeRow notice = notices.publish(tenant, person, body.batch() == null ? 0 : body.batch(), title);
            return new Published(
                    notice.key(),
                    notice.opensOn(),
                    notice.closesOn(),
                    notices.lines(notice).size(),
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
        return HttpResponse.created(calls.once(tenant, person, key, List.of(code, body), Paid.class, () -> {
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
        String known = ApplicationNumber.typed(Objects.requireNonNullElse(number, ""))
                .map(ApplicationNumber::text)
                .orElseThrow(() -> Refusal.badField("application", "申报编号不对，应形如 2026-ZQ-000123-K，最后一位是校验位。"));
        Set<State> states = Set.of(State.values());
        return applications.search(tenant, new Applications.Asked(states, known, programme.id(), 0, 0), 1, 0).stream()
                .filter(row -> row.state().isSeenByBureau())
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Findings findings(Reviewing body) {
        return new Findings(
                applications.today(),
                Objects.requireNonNullElse(body.judgements(), List.<ApplicationApi.Said>of()).stream()
                        .map(said -> new Findings.Judgement(said.fact(), said.yes(), reason(said.reason())))
                        .toList(),
                Objects.requireNonNullElse(body.overrides(), List.<ApplicationApi.Overruling>of()).stream()
                        .map(said -> new Findings.Override(
                                said.place(),
                                Objects.requireNonNullElse(said.record(), ""),
                                said.met(),
                                reason(said.reason())))
                        .toList());
    }

    private static String reason(String words) {
        String reason = words.strip();
        if (reason.length() < 5 || reason.length() > 300) {
            throw Refusal.badField("reason", "判断和认定的理由须为 5 至 300 个字，现在有 " + reason.length() + " 个字。");
        }
        return reason;
    }

    private static Account account(ApplicationApi.PayTo to) {
        FormReader form = new FormReader(Map.of(
                "holder", Objects.requireNonNullElse(to.holder(), ""),
                "accountNumber", Objects.requireNonNullElse(to.number(), ""),
                "bank", Objects.requireNonNullElse(to.bank(), "")));
        Account account = Account.read(form);
        form.check();
        return account;
    }

    private static Applied applied(Tenant tenant, Programme programme, ApplicationRow row) {
        return new Applied(
                row.number(),
                programme.code(),
                row.firm(),
                row.state().name(),
                row.amountFen(),
                row.dueOn(),
                OwnPages.here(tenant, row));
    }
}
