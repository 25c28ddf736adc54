package cn.zhirong.application;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import cn.zhirong.application.DisbursementRow.Progress;
import cn.zhirong.application.PaymentRow.Outcome;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Payments: put together by the bureau, confirmed by the finance office. What the bank is given and answers is {@link BankDesk}.
 */
@Singleton
class Disbursements {
    private final DisbursementRepository repository;
    private final PaymentRepository payments;
    private final Applications applications;
    private final Payees payees;
    private final Tellings tellings;
    private final Way way;
    private final Audit audit;
    private final PayAccounts accounts;

    Disbursements(
            DisbursementRepository repository,
            PaymentRepository payments,
            Applications applications,
            Payees payees,
            Tellings tellings,
            Way way,
            Audit audit,
            PayAccounts accounts) {
        this.repository = repository;
        this.payments = payments;
        this.applications = applications;
        this.payees = payees;
        this.tellings = tellings;
        this.way = way;
        this.audit = audit;
        this.accounts = accounts;
    }

    long count(Tenant tenant) {
        return repository.count(tenant.id());
    }

    /** A page of all, the newest first. */
    List<DisbursementRow> page(Tenant tenant, Paging paging) {
        return repository.page(tenant.id(), paging.size(), paging.offset());
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
        return accounts.open(row.tenantId(), row.account());
    }

    /** Puts payments together, of applications whose public notice is over. */
    @Whole
    DisbursementRow make(Tenant tenant, Person person, Set<Long> chosen) {
        if (chosen.isEmpty() || chosen.size() > Batches.MOST) {
            throw Refusal.badField(
                    "application", "请选择 1 至 " + Batches.MOST + " 份公示无异议的申请，现在选了 " + chosen.size() + " 份。");
        }
        List<Payees.Due> due = new ArrayList<>();
        for (long id : new TreeSet<>(chosen)) {
            ApplicationRow row = applications.lock(tenant, id);
            way.take(tenant, row, Step.PAY_OUT, person.username(), "");
            due.addAll(payees.due(tenant, row));
        }
        long total = due.stream().mapToLong(Payees.Due::fen).reduce(0, Math::addExact);
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
        for (Payees.Due payee : due) {
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

    /** Says where a payee's money goes, before the finance office confirms. */
    @Whole
    void account(Tenant tenant, Person person, long id, int ordinal, Account account) {
        DisbursementRow batch = lock(tenant, id, Progress.OPEN);
        PaymentRow row = of(tenant, batch).stream()
                .filter(payment -> payment.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        ApplicationRow application = applications.seen(tenant, row.applicationId());
        if (account(row).isKnown() && row.payee().equals(application.firm())) {
            throw Refusal.conflict("own-account", "企业的收款账户由企业自己填写，不能在这里改。");
        }
        if (payments.account(tenant.id(), id, ordinal, accounts.seal(tenant.id(), account)) != 1) {
            throw Refusal.notFound();
        }
        audit.record(tenant, person.username(), "application.payee", object(batch), ordinal + " " + account.masked());
    }

    /** Of a batch, what went to a bank before and did not arrive. */
    List<PaymentRepository.Bounced> bounced(Tenant tenant, DisbursementRow batch) {
        return payments.bounced(tenant.id(), batch.key());
    }

    /** What the payments of a batch are and what came of them before, in short: who confirms says by it what they saw. */
    String fingerprint(Tenant tenant, DisbursementRow batch) {
        StringBuilder all = new StringBuilder();
        of(tenant, batch)
                .forEach(row -> all.append(row.ordinal())
                        .append('|')
                        .append(row.payee())
                        .append('|')
                        .append(account(row))
                        .append('|')
                        .append(row.amountFen())
                        .append('\n'));
        bounced(tenant, batch).forEach(before -> all.append(before).append('\n'));
        return Secrets.digest(all.toString());
    }

    /**
     * The finance office agrees, or does not: then nothing is paid and the applications go back.
     *
     * @param seen the {@link #fingerprint} of what was on the page; agreeing to anything else is refused
     * @param again that payments which did not arrive before are meant to be paid again
     */
    @Whole
    void confirm(Tenant tenant, Person person, long id, boolean agree, String seen, boolean again, String remark) {
        DisbursementRow batch = lock(tenant, id, Progress.OPEN);
        if (batch.createdBy().equals(person.username())) {
            throw Refusal.conflict("second-person", "这个批次是您列的，须由另一位同事确认。");
        }
        List<PaymentRow> rows = of(tenant, batch);
        if (agree && rows.stream().anyMatch(row -> !account(row).isKnown())) {
            throw Refusal.unprocessable("no-account", "有的收款人还没有收款账户，请经办先补齐。");
        }
        if (agree && !again && !bounced(tenant, batch).isEmpty()) {
            throw Refusal.badField("again", "有的收款人以前付过一次、回单说未成功。请先向银行核实确实没有到账，再勾选“已核实，同意再付”。");
        }
        if (agree && !fingerprint(tenant, batch).equals(seen)) {
            throw Refusal.conflict("changed", "付款明细在您打开页面之后有了变化，请核对收款账户和金额后再确认。");
        }
        Progress next = agree ? Progress.CONFIRMED : Progress.REJECTED;
        repository.move(tenant.id(), id, next, person.username(), applications.now());
        if (!agree) {
            for (PaymentRow row : rows) {
                payments.settle(tenant.id(), row.key(), Outcome.RETURNED, remark, applications.today());
            }
            for (long application : applicationsOf(rows)) {
                way.take(tenant, applications.lock(tenant, application), Step.BOUNCE, person.username(), remark);
            }
        }
        audit.record(
                tenant,
                AuditedChange.by(person.username(), "application.disburse-confirm", object(batch))
                        .with(agree && again ? Texts.cut(again(tenant, batch) + remark) : remark)
                        .from(batch.state().name())
                        .to(next.name()));
    }

    private String again(Tenant tenant, DisbursementRow batch) {
        return bounced(tenant, batch).stream()
                .map(before -> "第 " + before.ordinal() + " 笔在批次 " + before.batch() + " 未成功，同意再付；")
                .collect(Collectors.joining());
    }

    /** The bank answered: what it said is kept as it came. */
    void settled(Tenant tenant, DisbursementRow batch, String by, String receipt) {
        if (repository.settle(tenant.id(), batch.key(), by, receipt) != 1) {
            throw new IllegalStateException(object(batch) + " cannot be settled");
        }
    }

    static int year(ApplicationRow row) {
        if (row.budgetYear() == null) {
            throw new IllegalStateException(row.object() + " has nothing reserved");
        }
        return row.budgetYear();
    }

    DisbursementRow lock(Tenant tenant, long id, Progress wanted) {
        DisbursementRow batch = repository.lock(tenant.id(), id).orElseThrow(Refusal::notFound);
        if (batch.state() != wanted) {
            throw Refusal.conflict("state", "这个批次现在是“" + batch.state().label() + "”，请刷新页面。");
        }
        return batch;
    }

    static Set<Long> applicationsOf(List<PaymentRow> rows) {
        Set<Long> all = new TreeSet<>();
        rows.forEach(row -> all.add(row.applicationId()));
        return all;
    }

    static String object(DisbursementRow batch) {
        return "disbursement/" + batch.key();
    }
}
