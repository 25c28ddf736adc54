package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Flash;
import cn.zhirong.web.FormReader;
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
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Payments: put together by the bureau, confirmed by the finance office, sent to the bank, reconciled. */
@Controller("/{slug}/console/disbursements")
@ExecuteOn(TaskExecutors.BLOCKING)
class DisbursementController {
    private final Disbursements disbursements;
    private final BankDesk bank;
    private final DisbursementPages views;

    DisbursementController(Disbursements disbursements, BankDesk bank, DisbursementPages views) {
        this.disbursements = disbursements;
        this.bank = bank;
        this.views = views;
    }

    @Needs(Action.PAYMENT_SEE)
    @Get
    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, Visitor visitor) {
        return views.list(request, HttpStatus.OK, tenant, visitor, FilledForm.NOTHING);
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
                    return Flash.redirect(DisbursementPages.here(tenant) + "/" + batch.key(), "已列好拨付批次，等待财政局确认。");
                },
                (status, filled) -> views.list(request, status, tenant, visitor, filled));
    }

    @Needs(Action.PAYMENT_SEE)
    @Get("/{disbursement}")
    HttpResponse<String> show(HttpRequest<?> request, Tenant tenant, Visitor visitor, long disbursement) {
        return views.show(request, HttpStatus.OK, tenant, visitor, disbursement, FilledForm.NOTHING);
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
                            DisbursementPages.here(tenant) + "/" + batch.key(),
                            failed == 0 ? "回单已核对，全部到账。" : "回单已核对，" + failed + " 笔未成功，已退回待拨付。");
                },
                (status, filled) -> views.show(request, status, tenant, visitor, disbursement, filled));
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
                    return Flash.redirect(DisbursementPages.here(tenant) + "/" + id, words);
                },
                (status, filled) -> views.show(request, status, tenant, visitor, id, filled));
    }
}
