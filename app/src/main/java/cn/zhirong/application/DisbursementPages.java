package cn.zhirong.application;

import cn.zhirong.access.Action;
import cn.zhirong.application.DisbursementRow.Progress;
import cn.zhirong.application.PaymentRow.Outcome;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.FilledForm;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pages about payments: all batches with what can be paid, and one of them. */
@Singleton
class DisbursementPages {
    private final Applications applications;
    private final Disbursements disbursements;
    private final CaseRows rows;
    private final Pages pages;

    DisbursementPages(Applications applications, Disbursements disbursements, CaseRows rows, Pages pages) {
        this.applications = applications;
        this.disbursements = disbursements;
        this.rows = rows;
        this.pages = pages;
    }

    HttpResponse<String> list(
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
                        rows.of(tenant, applications.search(tenant, Asked.in(State.CLEARED), Batches.MOST, 0)),
                        visitor.may(Action.APPLICATION_REVIEW),
                        typed));
    }

    HttpResponse<String> show(
            HttpRequest<?> request, HttpStatus status, Tenant tenant, Visitor visitor, long id, FilledForm typed) {
        DisbursementRow batch = disbursements.find(tenant, id);
        boolean full = visitor.may(Action.PAYMENT_CONFIRM) || visitor.may(Action.APPLICATION_REVIEW);
        boolean cases = visitor.may(Action.APPLICATION_SEE);
        List<BatchViews.Payment> payments = new ArrayList<>();
        List<PaymentRow> paid = disbursements.of(tenant, batch);
        Map<Long, ApplicationRow> of = applications.seen(
                tenant, paid.stream().map(PaymentRow::applicationId).toList());
        for (PaymentRow row : paid) {
            ApplicationRow application = row.application(of);
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

    /** The payee's own name, without what kind of institution it is. */
    private static String named(String payee) {
        return payee.substring(payee.indexOf('：') + 1);
    }

    static String here(Tenant tenant) {
        return "/" + tenant.slug() + "/console/disbursements";
    }
}
