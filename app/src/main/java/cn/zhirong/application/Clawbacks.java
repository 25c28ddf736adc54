package cn.zhirong.application;

import cn.zhirong.access.Person;
import cn.zhirong.application.ClawbackRow.Progress;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Money that was paid and has to come back: how much, why, by which clause. Another person than the one who asked closes it. */
@Singleton
class Clawbacks {
    private final ClawbackRepository repository;
    private final Payees payees;
    private final Applications applications;
    private final Reservations reservations;
    private final Purse purse;
    private final Way way;

    Clawbacks(
            ClawbackRepository repository,
            Payees payees,
            Applications applications,
            Reservations reservations,
            Purse purse,
            Way way) {
        this.repository = repository;
        this.payees = payees;
        this.applications = applications;
        this.reservations = reservations;
        this.purse = purse;
        this.way = way;
    }

    List<ClawbackRow> of(Tenant tenant, long application) {
        return repository.newestFirst(tenant.id(), application);
    }

    /** Who still holds how much of what was paid: paid less what came back. */
    Map<String, Long> held(Tenant tenant, ApplicationRow row) {
        Map<String, Long> held = payees.paid(tenant, row);
        for (ClawbackRow one : of(tenant, row.key())) {
            if (one.state() == Progress.RETURNED) {
                held.merge(one.from(row), -one.amountFen(), Math::addExact);
            }
        }
        held.values().removeIf(fen -> fen <= 0);
        return held;
    }

    /**
     * Asks whoever was paid to give back so much of it.
     *
     * @param payee as {@link Payees#name} calls them; empty for the only one who was paid
     */
    @Whole
    void demand(Tenant tenant, Person person, long id, String payee, Money amount, String reason, String clause) {
        ApplicationRow row = applications.lock(tenant, id);
        Map<String, Long> held = held(tenant, row);
        String from =
                payee.isEmpty() && held.size() == 1 ? held.keySet().iterator().next() : payee;
        long paid = held.getOrDefault(from, 0L);
        if (paid == 0 && held.size() > 1) {
            throw Refusal.badField("payee", "请选择由谁退回：" + String.join("、", held.keySet()) + "。");
        }
        if (amount.fen() < 1 || amount.fen() > paid) {
            throw Refusal.badField("amount", "追回金额须大于 0，不超过已拨付的 " + new Money(paid) + "。");
        }
        repository.save(new ClawbackRow(
                null,
                tenant.id(),
                id,
                from,
                amount.fen(),
                reason,
                clause,
                Progress.DEMANDED,
                person.username(),
                applications.now(),
                null,
                null));
        String whom = from.equals(row.firm()) ? "请退回 " : "请" + from + "退回 ";
        way.take(tenant, row, Step.DEMAND, person.username(), whom + amount + "。依据：" + clause + "。原因：" + reason);
    }

    /** It came back, or is not asked for any more. */
    @Whole
    void close(Tenant tenant, Person person, long id, boolean returned, String remark) {
        ApplicationRow row = applications.lock(tenant, id);
        List<ClawbackRow> all = of(tenant, id);
        ClawbackRow open = all.stream()
                .filter(one -> one.state() == Progress.DEMANDED)
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (open.demandedBy().equals(person.username())) {
            throw Refusal.conflict("second-person", "追回是您提出的，结果须由另一位同事登记。");
        }
        boolean cameBackBefore = all.stream().anyMatch(one -> one.state() == Progress.RETURNED);
        Progress state = returned ? Progress.RETURNED : Progress.DROPPED;
        repository.close(tenant.id(), open.key(), state, person.username(), applications.now());
        if (returned) {
            reservations.takeBack(
                    tenant, applications.programme(tenant, row), Disbursements.year(row), open.amountFen());
            purse.takeBack(tenant, row, open.from(row), open.amountFen());
            if (held(tenant, row).isEmpty()) {
                purse.freeThings(tenant, row);
            }
        }
        way.take(
                tenant,
                row,
                returned ? Step.RETURN : cameBackBefore ? Step.DROP_FURTHER_DEMAND : Step.DROP_DEMAND,
                person.username(),
                returned ? "已退回 " + new Money(open.amountFen()) + "。" + remark : remark);
    }
}
