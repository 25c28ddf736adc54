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
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
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
    private final FirmDesk firms;
    private final HandingIn handing;
    private final SentParts parts;
    private final Reviews reviews;
    private final PublicNotices notices;
    private final Disbursements disbursements;
    private final Calls calls;

    ApplicationApiController(
            Applications applications,
            Programmes programmes,
            FirmDesk firms,
            HandingIn handing,
            SentParts parts,
            Reviews reviews,
            PublicNotices notices,
            Disbursements disbursements,
            Calls calls) {
        this.applications = applications;
        this.programmes = programmes;
        this.firms = firms;
        this.handing = handing;
        this.parts = parts;
        this.reviews = reviews;
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
                Facts said = parts.facts(tenant, row, body.facts());
                for (Task task : List.of(Task.ENTERPRISE, Task.FINANCING)) {
                    firms.save(tenant, person, row.key(), task, said, said.all().keySet(), null);
                }
            }
            if (body.account() != null) {
                Account account = SentParts.account(
                        body.account(), applications.firm(tenant, person).name(), row.firm());
                firms.save(tenant, person, row.key(), account);
            }
            if (Boolean.TRUE.equals(body.submit())) {
                handing.submit(tenant, person, row.key(), true);
            }
            return applied(tenant, programme, applications.own(tenant, person, row.key()));
        }));
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
            String reason = form.lines("reason", back ? "退回理由" : "审核意见", back ? SentParts.SHORTEST_REASON : 0, 500);
            form.check();
            ApplicationRow row = switch (decision) {
                case "confirm" -> reviews.second(tenant, person, id, reason);
                case "back" -> reviews.sendBack(tenant, person, id, reason);
                default ->
                    reviews.first(
                            tenant, person, id, parts.findings(tenant, id, body), decision.equals("pass"), reason);
            };
            ReviewRow kept = reviews.of(tenant, id).getFirst();
            return new Reviewed(
                    row.number(),
                    row.state().name(),
                    row.amountFen(),
                    kept.settled(),
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
            if (applications.count(tenant, new Asked(states, "", programme.id(), batch, 0)) == 0) {
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
