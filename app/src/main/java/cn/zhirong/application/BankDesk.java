package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.application.DisbursementRow.Progress;
import cn.zhirong.application.PaymentRow.Outcome;
import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the bank is given, and what it answers: row by row, as a whole. What did not arrive goes back and can be sent again. */
@Singleton
class BankDesk {
    private final Disbursements disbursements;
    private final PaymentRepository payments;
    private final Applications applications;
    private final Reservations reservations;
    private final Way way;
    private final Audit audit;

    BankDesk(
            Disbursements disbursements,
            PaymentRepository payments,
            Applications applications,
            Reservations reservations,
            Way way,
            Audit audit) {
        this.disbursements = disbursements;
        this.payments = payments;
        this.applications = applications;
        this.reservations = reservations;
        this.way = way;
        this.audit = audit;
    }

    /** What the bank is given; only once it was confirmed, and whoever takes it out is recorded. */
    @Whole
    String file(Tenant tenant, Person person, DisbursementRow batch) {
        if (batch.state() != Progress.CONFIRMED && batch.state() != Progress.SETTLED) {
            throw Refusal.conflict("state", "财政局确认之后才能下载银行文件。");
        }
        audit.record(tenant, person.username(), "application.bank-file", Disbursements.object(batch), batch.number());
        return BankFile.write(batch.number(), rows(tenant, batch));
    }

    private List<BankFile.Row> rows(Tenant tenant, DisbursementRow batch) {
        List<PaymentRow> payments = disbursements.of(tenant, batch);
        Map<Long, ApplicationRow> of = applications.seen(
                tenant, payments.stream().map(PaymentRow::applicationId).toList());
        OpenedProgrammes opened = applications.programmes(tenant);
        return payments.stream()
                .map(row -> {
                    ApplicationRow application = row.application(of);
                    return new BankFile.Row(
                            row.ordinal(),
                            application.number(),
                            disbursements.account(row),
                            row.amountFen(),
                            opened.of(application).title());
                })
                .toList();
    }

    /** Takes in what the bank answered: all rows or none. Gives how many did not arrive. */
    @Whole
    int reconcile(Tenant tenant, Person person, long id, String receipt) {
        DisbursementRow batch = disbursements.lock(tenant, id, Progress.CONFIRMED);
        if (batch.createdBy().equals(person.username())) {
            throw Refusal.conflict("second-person", "这个批次是您列的，银行回单须由另一位同事核对登记。");
        }
        Instant confirmed = batch.confirmedAt() == null ? applications.now() : batch.confirmedAt();
        Receipt answer = Receipt.read(
                receipt,
                batch.number(),
                rows(tenant, batch),
                LocalDate.ofInstant(confirmed, Applications.ZONE),
                applications.today());
        int failed = 0;
        List<PaymentRow> rows = disbursements.of(tenant, batch);
        for (PaymentRow row : rows) {
            Receipt.Row said = answer.rows().get(row.ordinal());
            if (said == null) {
                throw new IllegalStateException("row " + row.ordinal() + " was read and is not there");
            }
            failed += said.arrived() ? 0 : 1;
            payments.settle(
                    tenant.id(), row.key(), said.arrived() ? Outcome.PAID : Outcome.FAILED, said.reason(), said.on());
        }
        for (long application : Disbursements.applicationsOf(rows)) {
            settle(tenant, person, applications.lock(tenant, application), batch);
        }
        disbursements.settled(tenant, batch, person.username(), receipt);
        audit.record(
                tenant,
                person.username(),
                "application.reconcile",
                Disbursements.object(batch),
                rows.size() - failed + " 笔到账，" + failed + " 笔未成功，回单 SHA-256 " + Secrets.digest(receipt));
        return failed;
    }

    private void settle(Tenant tenant, Person person, ApplicationRow row, DisbursementRow batch) {
        Programme programme = applications.programme(tenant, row);
        List<PaymentRow> mine = disbursements.of(tenant, batch).stream()
                .filter(payment -> payment.applicationId() == row.key())
                .toList();
        long arrived = mine.stream()
                .filter(payment -> payment.state() == Outcome.PAID)
                .mapToLong(PaymentRow::amountFen)
                .sum();
        reservations.pay(tenant, programme, Disbursements.year(row), arrived);
        String failures = mine.stream()
                .filter(payment -> payment.state() == Outcome.FAILED)
                .map(payment -> payment.payee() + "：" + payment.remark())
                .reduce((one, other) -> one + "；" + other)
                .orElse("");
        boolean all = failures.isEmpty();
        String words = all ? new Money(arrived) + "，批次 " + batch.number() : Texts.cut(failures);
        way.take(tenant, row, all ? Step.PAY : Step.BOUNCE, person.username(), words);
    }
}
