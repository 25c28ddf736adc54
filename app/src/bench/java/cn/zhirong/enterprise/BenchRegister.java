package cn.zhirong.enterprise;

import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewEnterprise;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.enterprise.RegisterWriter.NewItem;
import cn.zhirong.tenant.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Fills a register with firms as they are invented for demonstration, as many as are asked for. */
public final class BenchRegister {
    private static final int SOME = 1_000;

    private BenchRegister() {}

    /** @param bean finds beans of the running product */
    public static void fill(Function<Class<?>, Object> bean, Tenant tenant, int firms, LocalDate today) {
        var writer = (RegisterWriter) bean.apply(RegisterWriter.class);
        var enterprises = (Enterprises) bean.apply(Enterprises.class);
        long after = 0;
        for (int from = 1; from <= firms; from += SOME) {
            List<DemonstrationFirm> some = new ArrayList<>();
            for (int number = from; number < from + SOME && number <= firms; number++) {
                some.add(DemonstrationFirm.of(number, tenant.slug(), "441200", "测量", today));
            }
            Instant now = enterprises.now();
            writer.addEnterprises(
                    tenant.id(),
                    some.stream()
                            .map(firm -> new NewEnterprise(firm.code().value(), firm.name()))
                            .toList(),
                    "system",
                    now);
            List<Profile> added = enterprises.after(tenant, after);
            Entry entry = new Entry(FactSource.IMPORTED, today, "测量", FactState.STANDS, "system", now);
            List<NewFact> facts = new ArrayList<>();
            List<NewItem> items = new ArrayList<>();
            for (int i = 0; i < added.size(); i++) {
                long id = added.get(i).id();
                DemonstrationFirm firm = some.get(i);
                firm.facts().forEach((field, value) -> facts.add(new NewFact(id, field, 0, value, entry)));
                firm.years()
                        .forEach((year, figures) -> figures.forEach(
                                (field, value) -> facts.add(new NewFact(id, field, year, value, entry))));
                firm.items().forEach(item -> items.add(new NewItem(id, item, entry)));
            }
            writer.addFacts(tenant.id(), facts);
            writer.addItems(tenant.id(), items);
            enterprises.settle(tenant, enterprises.after(tenant, after));
            after = added.getLast().id();
        }
    }

    /** Sees to it that the register is as a server leaves it that had the time: with a snapshot of every firm. */
    public static int complete(Function<Class<?>, Object> bean, Tenant tenant) {
        return ((Snapshots) bean.apply(Snapshots.class)).complete(tenant);
    }
}
