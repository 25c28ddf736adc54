package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.application.DisbursementRow.Progress;
import cn.zhirong.application.PaymentRow.Outcome;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
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
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Payments: put together by the bureau, confirmed by the finance office, sent to the bank, reconciled. */
@Controller("/{slug}/console/disbursements")
@ExecuteOn(TaskExecutors.BLOCKING)
class DisbursementController {
    private final Applications applications;
    private final Disbursements disbursements;
    private final BankDesk bank;
    private final CaseRows rows;
    private final Pages pages;

    DisbursementController(
            Applications applications, Disbursements disbursements, BankDesk bank, CaseRows rows, Pages pages) {
        this.applications = applications;
        this.disbursements = disbursements;
        this.bank = bank;
        this.rows = rows;
        this.pages = pages;
    }

    @Needs(Action.PAYMENT_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return list(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
    }

    /** Puts payments together of what is chosen by {@code pick-ID}. */
    @Needs(Action.APPLICATION_REVIEW)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, Tenant tenant, Visitor visitor, @Body Map<String, String> typed) {
        return Forms.send(
                typed,
                form -> {
                    Set<Long> chosen = Forms.picks(typed, "pick-");
                    DisbursementRow batch = disbursements.make(tenant, visitor.signedIn(), chosen);
                    return Flash.redirect(here(tenant) + "/" + batch.key(), "已列好拨付批次，等待财政局确认。");
                },
                (status, filled) -> list(request, status, tenant, visitor, filled));
    }

    @Needs(Action.PAYMENT_SEE)
    @Get("/{disbursement}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long disbursement) {
        return show(request, HttpStatus.OK, tenant, visitor, disbursement, FilledForm.NOTHING);
    }

    /** Says where a payee's money goes. */
    @Needs(Action.APPLICATION_REVIEW)
    @Post("/{disbursement}/account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> account(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long disbursement,
            @Body Map<String, String> typed) {
        return done(request, tenant, visitor, disbursement, typed, "收款账户已保存。", (person, form) -> {
            Account account = Account.read(form);
            String ordinal = form.raw("ordinal");
            if (!ordinal.matches("[1-9][0-9]{0,5}")) {
                form.wrong("ordinal", "请选择收款人。");
            }
            form.check();
            disbursements.account(tenant, person, disbursement, Integer.parseInt(ordinal), account);
        });
    }

    /** {@code decision} is {@code agree} or {@code reject}. */
    @Needs(Action.PAYMENT_CONFIRM)
    @Post("/{disbursement}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long disbursement,
            @Body Map<String, String> typed) {
        return done(request, tenant, visitor, disbursement, typed, "已登记确认结果。", (person, form) -> {
            boolean agree = Forms.choice(form, "decision", "agree", "reject");
            String remark = form.lines("remark", agree ? "说明" : "不确认的理由", agree ? 0 : 5, 200);
            form.check();
            boolean again = form.raw("again").equals("yes");
            disbursements.confirm(tenant, person, disbursement, agree, form.raw("seen"), again, remark);
        });
    }

    @Needs(Action.PAYMENT_FILE)
    @Get("/{disbursement}/bank.csv")
    HttpResponse<byte[]> bankFile(Tenant tenant, Visitor visitor, long disbursement) {
        DisbursementRow batch = disbursements.find(tenant, disbursement);
        return Attachments.csv(bank.file(tenant, visitor.signedIn(), batch), "拨付批次" + batch.number() + ".csv");
    }

    /** Takes in what the bank answered. */
    @Needs(Action.APPLICATION_REVIEW)
    @Post("/{disbursement}/receipt")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> receipt(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long disbursement,
            @Part("file") @Nullable CompletedFileUpload file) {
        DisbursementRow batch = disbursements.find(tenant, disbursement);
        return Forms.send(
                Map.of(),
                form -> {
                    String said = ReceiptFile.text(file);
                    int failed = bank.reconcile(tenant, visitor.signedIn(), disbursement, said);
                    return Flash.redirect(
                            here(tenant) + "/" + batch.key(),
                            failed == 0 ? "回单已核对，全部到账。" : "回单已核对，" + failed + " 笔未成功，已退回待拨付。");
                },
                (status, filled) -> show(request, status, tenant, visitor, disbursement, filled));
    }

    private HttpResponse<?> done(
            HttpRequest<?> request,
            Tenant tenant,
            Visitor visitor,
            long id,
            Map<String, String> typed,
            String words,
            BiConsumer<Person, FormReader> act) {
        disbursements.find(tenant, id);
        return Forms.send(
                typed,
                form -> {
                    act.accept(visitor.signedIn(), form);
                    return Flash.redirect(here(tenant) + "/" + id, words);
                },
                (status, filled) -> show(request, status, tenant, visitor, id, filled));
    }

    private HttpResponse<String> list(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, FilledForm typed) {
        Paging paging = Paging.of(request, disbursements.count(tenant));
        return pages.show(
                request,
                status,
                "application/console-disbursements",
                new BatchViews.DisbursementsView(
                        here(tenant),
                        disbursements.page(tenant, paging).stream()
                                .map(batch -> new BatchViews.Line(
                                        here(tenant) + "/" + batch.key(),
                                        batch.number(),
                                        batch.state().label(),
                                        batch.state().tone(),
                                        Timeline.minute(batch.createdAt()),
                                        new Money(batch.totalFen()).words()))
                                .toList(),
                        paging,
                        rows.of(
                                tenant,
                                applications.search(tenant, Applications.Asked.in(State.CLEARED), Batches.MOST, 0)),
                        visitor.may(Action.APPLICATION_REVIEW),
                        typed));
    }

    private HttpResponse<String> show(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, long id, FilledForm typed) {
        DisbursementRow batch = disbursements.find(tenant, id);
        boolean full = visitor.may(Action.PAYMENT_CONFIRM) || visitor.may(Action.APPLICATION_REVIEW);
        boolean cases = visitor.may(Action.APPLICATION_SEE);
        List<BatchViews.Payment> payments = new ArrayList<>();
        List<PaymentRow> paid = disbursements.of(tenant, batch);
        Map<Long, ApplicationRow> of = applications.seen(
                tenant, paid.stream().map(PaymentRow::applicationId).toList());
        for (PaymentRow row : paid) {
            ApplicationRow application = known(of, row);
            Account account = disbursements.account(row);
            payments.add(new BatchViews.Payment(
                    row.ordinal(),
                    cases ? CasePages.here(tenant, application.key()) : "",
                    application.number(),
                    row.payee(),
                    full && account.isKnown()
                            ? account.holder() + "，" + account.bank() + "，" + account.number()
                            : account.masked(),
                    account.isKnown(),
                    account.isKnown() && !account.mayBeOf(named(row.payee())),
                    !account.isKnown() || !row.payee().equals(application.firm()),
                    new Money(row.amountFen()).words(),
                    row.state().label(),
                    row.state().tone(),
                    row.state() == Outcome.PAID ? row.settledOn() + " 到账" : row.remark()));
        }
        boolean reviews = visitor.may(Action.APPLICATION_REVIEW);
        List<String> again = batch.state() != Progress.OPEN
                ? List.of()
                : disbursements.bounced(tenant, batch).stream()
                        .map(before -> payments.get(before.ordinal() - 1).payee() + "：批次 " + before.batch() + "，"
                                + before.settledOn() + " 登记未成功，" + before.remark())
                        .toList();
        return pages.show(
                request,
                status,
                "application/console-disbursement",
                new BatchViews.DisbursementView(
                        here(tenant) + "/" + id,
                        here(tenant),
                        batch.number(),
                        batch.state().label(),
                        batch.state().tone(),
                        new Money(batch.totalFen()).words(),
                        List.of(
                                new OwnViews.Money("批次号", batch.number()),
                                new OwnViews.Money("笔数", String.valueOf(payments.size())),
                                new OwnViews.Money("列出时间", Timeline.minute(batch.createdAt())),
                                new OwnViews.Money(
                                        "确认时间",
                                        batch.confirmedAt() == null ? "" : Timeline.minute(batch.confirmedAt()))),
                        payments,
                        visitor.may(Action.PAYMENT_CONFIRM) && batch.state() == Progress.OPEN,
                        reviews
                                && batch.state() == Progress.OPEN
                                && payments.stream().anyMatch(BatchViews.Payment::editable),
                        full && (batch.state() == Progress.CONFIRMED || batch.state() == Progress.SETTLED),
                        reviews
                                && batch.state() == Progress.CONFIRMED
                                && !visitor.signedIn().username().equals(batch.createdBy()),
                        disbursements.fingerprint(tenant, batch),
                        again,
                        Receipt.HEAD,
                        typed));
    }

    static ApplicationRow known(Map<Long, ApplicationRow> of, PaymentRow row) {
        return Optional.ofNullable(of.get(row.applicationId())).orElseThrow(Refusal::notFound);
    }

    /** The payee's own name, without what kind of institution it is. */
    private static String named(String payee) {
        return payee.substring(payee.indexOf('：') + 1);
    }

    private static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/disbursements";
    }
}
