package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.application.ClawbackRow.Progress;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** Money that was paid and has to come back: how much, why, by which clause. Another person than the one who asked closes it. */
@Singleton
class Clawbacks {
    private final ClawbackRepository repository;
    private final PaymentRepository payments;
    private final Applications applications;
    private final Reservations reservations;
    private final Purse purse;
    private final Way way;

    Clawbacks(
            ClawbackRepository repository,
            PaymentRepository payments,
            Applications applications,
            Reservations reservations,
            Purse purse,
            Way way) {
        this.repository = repository;
        this.payments = payments;
        this.applications = applications;
        this.reservations = reservations;
        this.purse = purse;
        this.way = way;
    }

    List<ClawbackRow> of(Tenant tenant, long application) {
        return repository.newestFirst(tenant.id(), application);
    }

    /** Asks the firm to give back so much of what it was paid. */
    @Transactional
    void demand(Tenant tenant, Person person, long id, Money amount, String reason, String clause) {
        ApplicationRow row = applications.lock(tenant, id);
        long paid = payments.paid(tenant.id(), id) - returned(tenant, id);
        if (amount.fen() < 1 || amount.fen() > paid) {
            throw Refusal.badField("amount", "追回金额须大于 0，不超过已拨付的 " + new Money(paid) + "。");
        }
        repository.save(new ClawbackRow(
                null,
                tenant.id(),
                id,
                amount.fen(),
                reason,
                clause,
                Progress.DEMANDED,
                person.username(),
                applications.now(),
                null,
                null));
        way.take(tenant, row, Step.DEMAND, person.username(), "请退回 " + amount + "。依据：" + clause + "。原因：" + reason);
    }

    /** It came back, or is not asked for any more. */
    @Transactional
    void close(Tenant tenant, Person person, long id, boolean returned, String remark) {
        ApplicationRow row = applications.lock(tenant, id);
        ClawbackRow open = of(tenant, id).stream()
                .filter(one -> one.state() == Progress.DEMANDED)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (open.demandedBy().equals(person.username())) {
            throw Refusal.conflict("second-person", "追回是您提出的，结果须由另一位同事登记。");
        }
        Progress state = returned ? Progress.RETURNED : Progress.DROPPED;
        repository.close(tenant.id(), open.key(), state, person.username(), applications.now());
        if (returned) {
            reservations.takeBack(
                    tenant, applications.programme(tenant, row), Disbursements.year(row), open.amountFen());
            purse.takeBack(tenant, row, open.amountFen());
        }
        way.take(
                tenant,
                row,
                returned ? Step.RETURN : Step.DROP_DEMAND,
                person.username(),
                returned ? "已退回 " + new Money(open.amountFen()) + "。" + remark : remark);
    }

    private long returned(Tenant tenant, long application) {
        return of(tenant, application).stream()
                .filter(one -> one.state() == Progress.RETURNED)
                .mapToLong(ClawbackRow::amountFen)
                .sum();
    }
}
