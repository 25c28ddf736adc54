package cn.zhirong.application;

import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Budgets;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;

/**
 * Money of a budget that is set apart, set free and paid, only ever within the transaction of the step that causes it: a step that
 * is undone, by whatever, leaves nothing behind.
 */
@Singleton
class Reservations {
    private final ReservationRepository repository;
    private final Budgets budgets;

    Reservations(ReservationRepository repository, Budgets budgets) {
        this.repository = repository;
        this.budgets = budgets;
    }

    /**
     * Sets money apart: room and reservation are one statement, so that of any number at once only as many succeed as there is
     * money for.
     *
     * @throws Refusal 422 {@code insufficient-budget} where there is not enough, or no budget at all
     */
    void reserve(Tenant tenant, Programme programme, int year, long fen) {
        if (fen > 0 && repository.reserve(tenant.id(), programme.id(), year, fen) != 1) {
            String words = budgets.of(tenant, programme).stream()
                    .filter(budget -> budget.year() == year)
                    .findFirst()
                    .map(budget -> "“" + programme.title() + "”" + year + " 年度预算不足：需要 " + new Money(fen) + "，只剩 "
                            + budget.left())
                    .orElse("“" + programme.title() + "”还没有设定 " + year + " 年度预算，不能批准；请先设定预算");
            throw Refusal.unprocessable("insufficient-budget", words + "。没有登记任何结果。");
        }
    }

    /** Sets free what was reserved. */
    void release(Tenant tenant, Programme programme, int year, long fen) {
        must(fen == 0 || repository.release(tenant.id(), programme.id(), year, fen) == 1, "set free", programme, fen);
    }

    /** What was reserved is paid. */
    void pay(Tenant tenant, Programme programme, int year, long fen) {
        must(fen == 0 || repository.pay(tenant.id(), programme.id(), year, fen) == 1, "paid", programme, fen);
    }

    /** What was paid came back and may be spent again. */
    void takeBack(Tenant tenant, Programme programme, int year, long fen) {
        must(
                fen == 0 || repository.takeBack(tenant.id(), programme.id(), year, fen) == 1,
                "taken back",
                programme,
                fen);
    }

    private static void must(boolean done, String what, Programme programme, long fen) {
        if (!done) {
            throw new IllegalStateException(fen + " fen of " + programme.code() + " cannot be " + what);
        }
    }
}
