package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.application.DisbursementRow.Progress;
import cn.zhirong.application.PaymentRow.Outcome;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Payout;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Payments: put together by the bureau, confirmed by the finance office, sent to the bank as a file, and reconciled row by row with
 * what the bank answers. What did not arrive goes back and can be sent again.
 */
@Singleton
class Disbursements {
    private final DisbursementRepository repository;
    private final PaymentRepository payments;
    private final Applications applications;
    private final Purse purse;
    private final Reservations reservations;
    private final Tellings tellings;
    private final Way way;
    private final Audit audit;
    private final Json json;

    Disbursements(
            DisbursementRepository repository,
            PaymentRepository payments,
            Applications applications,
            Purse purse,
            Reservations reservations,
            Tellings tellings,
            Way way,
            Audit audit,
            Json json) {
        this.repository = repository;
        this.payments = payments;
        this.applications = applications;
        this.purse = purse;
        this.reservations = reservations;
        this.tellings = tellings;
        this.way = way;
        this.audit = audit;
        this.json = json;
    }

    List<DisbursementRow> all(Tenant tenant) {
        return repository.all(tenant.id());
    }

    DisbursementRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    List<PaymentRow> of(Tenant tenant, DisbursementRow row) {
        return payments.of(tenant.id(), row.key());
    }

    List<PaymentRow> ofApplication(Tenant tenant, long application) {
        return payments.ofApplication(tenant.id(), application);
    }

    Account account(PaymentRow row) {
        return row.account().isEmpty() ? Account.NONE : json.read(row.account(), Account.class);
    }

    /** Puts payments together, of applications whose public notice is over. */
    @Transactional
    DisbursementRow make(Tenant tenant, Person person, Set<Long> chosen) {
        if (chosen.isEmpty() || chosen.size() > Batches.MOST) {
            throw Refusal.badField(
                    "application", "请选择 1 至 " + Batches.MOST + " 份公示无异议的申请，现在选了 " + chosen.size() + " 份。");
        }
        List<Payee> due = new ArrayList<>();
        List<ApplicationRow> rows = new ArrayList<>();
        for (long id : new TreeSet<>(chosen)) {
            ApplicationRow row = applications.lock(tenant, id);
            rows.add(way.take(tenant, row, Step.PAY_OUT, person.username(), ""));
            due.addAll(due(tenant, row));
        }
        long total = due.stream().mapToLong(Payee::fen).reduce(0, Math::addExact);
        DisbursementRow batch = repository.save(new DisbursementRow(
                null,
                tenant.id(),
                applications.nextNumber(tenant).replaceFirst("-", "-B"),
                Progress.OPEN,
                total,
                person.username(),
                applications.now(),
                null,
                null));
        int ordinal = 0;
        for (Payee payee : due) {
            payments.save(new PaymentRow(
                    null,
                    tenant.id(),
                    batch.key(),
                    payee.application(),
                    ++ordinal,
                    payee.name(),
                    payee.account(),
                    payee.fen(),
                    Outcome.SENT,
                    "",
                    null));
        }
        audit.record(
                tenant,
                person.username(),
                "application.disburse",
                object(batch),
                batch.number() + "，" + due.size() + " 笔，" + new Money(total));
        tellings.toConfirm(tenant, batch.number(), new Money(total).words(), batch.key(), person.username());
        return batch;
    }

    private record Payee(long application, String name, String account, long fen) {}

    /** What is left to be paid for an application: the firm's part to its account, an institution's to its own. */
    private List<Payee> due(Tenant tenant, ApplicationRow row) {
        Map<String, Long> left = new LinkedHashMap<>();
        for (Payout payout : purse.payouts(purse.decided(tenant, row))) {
            left.merge(payee(row, payout), payout.amount().fen(), Math::addExact);
        }
        for (PaymentRow payment : payments.ofApplication(tenant.id(), row.key())) {
            if (payment.state() == Outcome.PAID) {
                left.merge(payment.payee(), -payment.amountFen(), Math::addExact);
            }
        }
        return left.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Payee(
                        row.key(),
                        entry.getKey(),
                        entry.getKey().equals(row.firm()) ? row.account() : "",
                        entry.getValue()))
                .toList();
    }

    private static String payee(ApplicationRow row, Payout payout) {
        if (payout.to() == Beneficiary.ENTERPRISE) {
            return row.firm();
        }
        return payout.to().label() + (payout.payee().isEmpty() ? "" : "：" + payout.payee());
    }

    /** Says where a payee's money goes, before the finance office confirms. */
    @Transactional
    void account(Tenant tenant, Person person, long id, int ordinal, Account account) {
        DisbursementRow batch = lock(tenant, id, Progress.OPEN);
        if (payments.account(tenant.id(), id, ordinal, json.write(account)) != 1) {
            throw Refusal.notFound();
        }
        audit.record(tenant, person.username(), "application.payee", object(batch), ordinal + " " + account.masked());
    }

    /** The finance office agrees, or does not: then nothing is paid and the applications go back. */
    @Transactional
    void confirm(Tenant tenant, Person person, long id, boolean agree, String remark) {
        DisbursementRow batch = lock(tenant, id, Progress.OPEN);
        if (batch.createdBy().equals(person.username())) {
            throw Refusal.conflict("second-person", "这个批次是您列的，须由另一位同事确认。");
        }
        List<PaymentRow> rows = of(tenant, batch);
        if (agree && rows.stream().anyMatch(row -> !account(row).isKnown())) {
            throw Refusal.unprocessable("no-account", "有的收款人还没有收款账户，请经办先补齐。");
        }
        Progress next = agree ? Progress.CONFIRMED : Progress.REJECTED;
        repository.move(tenant.id(), id, next, person.username(), applications.now());
        if (!agree) {
            for (PaymentRow row : rows) {
                payments.settle(tenant.id(), row.key(), Outcome.FAILED, remark, applications.today());
            }
            for (long application : applicationsOf(rows)) {
                way.take(tenant, applications.lock(tenant, application), Step.BOUNCE, person.username(), remark);
            }
        }
        audit.record(
                tenant,
                AuditedChange.by(person.username(), "application.disburse-confirm", object(batch))
                        .with(remark)
                        .from(batch.state().name())
                        .to(next.name()));
    }

    /** What the bank is given; only once it was confirmed. */
    String bankFile(Tenant tenant, DisbursementRow batch) {
        if (batch.state() != Progress.CONFIRMED && batch.state() != Progress.SETTLED) {
            throw Refusal.conflict("state", "财政局确认之后才能下载银行文件。");
        }
        return BankFile.write(batch.number(), rows(tenant, batch));
    }

    private List<BankFile.Row> rows(Tenant tenant, DisbursementRow batch) {
        return of(tenant, batch).stream()
                .map(row -> {
                    ApplicationRow application = applications.seen(tenant, row.applicationId());
                    return new BankFile.Row(
                            row.ordinal(),
                            application.number(),
                            account(row),
                            row.amountFen(),
                            applications.programme(tenant, application).title());
                })
                .toList();
    }

    /** Takes in what the bank answered: all rows or none. Gives how many did not arrive. */
    @Transactional
    int reconcile(Tenant tenant, Person person, long id, String receipt) {
        DisbursementRow batch = lock(tenant, id, Progress.CONFIRMED);
        Instant confirmed = batch.confirmedAt() == null ? applications.now() : batch.confirmedAt();
        Receipt answer = Receipt.read(
                receipt,
                batch.number(),
                rows(tenant, batch),
                LocalDate.ofInstant(confirmed, Applications.ZONE),
                applications.today());
        int failed = 0;
        List<PaymentRow> rows = of(tenant, batch);
        for (PaymentRow row : rows) {
            Receipt.Row said = answer.rows().get(row.ordinal());
            if (said == null) {
                throw new IllegalStateException("row " + row.ordinal() + " was read and is not there");
            }
            failed += said.arrived() ? 0 : 1;
            payments.settle(
                    tenant.id(), row.key(), said.arrived() ? Outcome.PAID : Outcome.FAILED, said.reason(), said.on());
        }
        for (long application : applicationsOf(rows)) {
            settle(tenant, person, applications.lock(tenant, application), batch);
        }
        repository.move(tenant.id(), id, Progress.SETTLED, String.valueOf(batch.confirmedBy()), confirmed);
        audit.record(
                tenant,
                person.username(),
                "application.reconcile",
                object(batch),
                rows.size() - failed + " 笔到账，" + failed + " 笔未成功");
        return failed;
    }

    private void settle(Tenant tenant, Person person, ApplicationRow row, DisbursementRow batch) {
        Programme programme = applications.programme(tenant, row);
        List<PaymentRow> mine = of(tenant, batch).stream()
                .filter(payment -> payment.applicationId() == row.key())
                .toList();
        long arrived = mine.stream()
                .filter(payment -> payment.state() == Outcome.PAID)
                .mapToLong(PaymentRow::amountFen)
                .sum();
        reservations.pay(tenant, programme, year(row), arrived);
        String failures = mine.stream()
                .filter(payment -> payment.state() == Outcome.FAILED)
                .map(payment -> payment.payee() + "：" + payment.remark())
                .reduce((one, other) -> one + "；" + other)
                .orElse("");
        boolean all = failures.isEmpty();
        String words = all ? new Money(arrived) + "，批次 " + batch.number() : failures;
        way.take(tenant, row, all ? Step.PAY : Step.BOUNCE, person.username(), words);
    }

    static int year(ApplicationRow row) {
        if (row.budgetYear() == null) {
            throw new IllegalStateException(row.object() + " has nothing reserved");
        }
        return row.budgetYear();
    }

    private DisbursementRow lock(Tenant tenant, long id, Progress wanted) {
        DisbursementRow batch = repository.lock(tenant.id(), id).orElseThrow(Refusal::notFound);
        if (batch.state() != wanted) {
            throw Refusal.conflict("state", "这个批次现在是“" + batch.state().label() + "”，请刷新页面。");
        }
        return batch;
    }

    private static Set<Long> applicationsOf(List<PaymentRow> rows) {
        Set<Long> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.applicationId()));
        return all;
    }

    private static String object(DisbursementRow batch) {
        return "disbursement/" + batch.key();
    }
}
