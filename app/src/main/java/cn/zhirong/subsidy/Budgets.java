package cn.zhirong.subsidy;

import cn.zhirong.access.Audit;
import cn.zhirong.kernel.Money;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/** What may be spent for a programme in a year. */
@Singleton
public class Budgets {
    private final BudgetRepository repository;
    private final Audit audit;

    Budgets(BudgetRepository repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /** The budget of one year, and what is left of it. */
    public record Budget(int year, Money amount, Money reserved, Money paid) {
        /** What nobody was promised yet. */
        public Money left() {
            return amount.minus(reserved).minus(paid);
        }
    }

    /** By year. */
    public List<Budget> of(Tenant tenant, Programme programme) {
        return repository.of(tenant.id(), programme.id()).stream()
                .map(row -> new Budget(
                        row.year(), new Money(row.amountFen()), new Money(row.reservedFen()), new Money(row.paidFen())))
                .toList();
    }

    /** Says what may be spent; the database refuses less than what is promised already. */
    @Transactional
    public void set(Tenant tenant, String actor, Programme programme, int year, Money amount) {
        repository.put(tenant.id(), programme.id(), year, amount.fen());
        audit.record(tenant, actor, "subsidy.budget", "programme/" + programme.code(), year + " " + amount.words());
    }
}
