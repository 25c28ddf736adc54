package cn.zhirong.enterprise;

import cn.zhirong.access.Audit;
import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewEnterprise;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.enterprise.RegisterWriter.NewItem;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fills the register of a demonstration bureau with {@value #FIRMS} invented firms; every one says that it is an example. */
@Singleton
public class DemonstrationFirms {
    static final int FIRMS = 200;

    /** Who declares for the first firm. */
    public static final String MEMBER = "enterprise";

    private static final String EVIDENCE = "示例数据";

    private final EnterpriseRepository repository;
    private final Enterprises enterprises;
    private final RegisterWriter writer;
    private final Audit audit;

    DemonstrationFirms(EnterpriseRepository repository, Enterprises enterprises, RegisterWriter writer, Audit audit) {
        this.repository = repository;
        this.enterprises = enterprises;
        this.writer = writer;
        this.audit = audit;
    }

    /** The firm for which somebody can sign in. */
    public record First(CreditCode code, String name) {}

    /** Loads them, once, and tells the first. */
    @Transactional
    public First load(Tenant tenant) {
        LocalDate today = enterprises.today();
        TenantProfile profile = tenant.profile();
        String region =
                profile.region().code().isEmpty() ? "000000" : profile.region().code();
        String place =
                profile.shortName().substring(0, Math.min(2, profile.shortName().length()));
        List<DemonstrationFirm> firms = IntStream.rangeClosed(1, FIRMS)
                .mapToObj(number -> DemonstrationFirm.of(number, tenant.slug(), region, place, today))
                .toList();
        DemonstrationFirm first = firms.getFirst();
        First told = new First(first.code(), first.name());
        List<String> codes = firms.stream().map(firm -> firm.code().value()).toList();
        if (!repository.findByCodes(tenant.id(), codes).isEmpty()) {
            return told;
        }
        Instant now = enterprises.now();
        writer.addEnterprises(
                tenant.id(),
                firms.stream()
                        .map(firm -> new NewEnterprise(firm.code().value(), firm.name()))
                        .toList(),
                "system",
                now);
        Map<String, Long> ids = repository.findByCodes(tenant.id(), codes).stream()
                .collect(Collectors.toMap(EnterpriseRow::creditCode, EnterpriseRow::key));
        List<NewFact> facts = new ArrayList<>();
        List<NewItem> items = new ArrayList<>();
        for (DemonstrationFirm firm : firms) {
            long id = ids.getOrDefault(firm.code().value(), 0L);
            Entry entry = imported(today, now);
            firm.facts().forEach((field, value) -> facts.add(new NewFact(id, field, 0, value, entry)));
            firm.years()
                    .forEach((year, figures) -> figures.forEach((field, value) ->
                            facts.add(new NewFact(id, field, year, value, imported(LocalDate.of(year, 12, 31), now)))));
            firm.items().forEach(item -> items.add(new NewItem(id, item, entry)));
        }
        declared(first, ids.getOrDefault(first.code().value(), 0L), today, now).forEach(facts::add);
        writer.addFacts(tenant.id(), facts);
        writer.addItems(tenant.id(), items);
        enterprises.settle(tenant, enterprises.profiles(repository.findByCodes(tenant.id(), codes)));
        audit.record(tenant, "system", "enterprise.demonstration", "enterprise", "firms=" + FIRMS);
        return told;
    }

    /** Something for an officer to verify. */
    private static List<NewFact> declared(DemonstrationFirm firm, long id, LocalDate today, Instant now) {
        Entry entry = new Entry(
                FactSource.DECLARED, today, (today.getYear() - 1) + " 年度财务报表（示例）", FactState.WAITS, MEMBER, now);
        Map<FactField, FactValue> newest =
                firm.years().getOrDefault(today.getYear() - 1, new EnumMap<>(FactField.class));
        return newest.entrySet().stream()
                .filter(figure -> figure.getKey() == FactField.STAFF || figure.getKey() == FactField.RESEARCH_SPENDING)
                .map(figure -> new NewFact(
                        id, figure.getKey(), today.getYear() - 1, more(figure.getKey(), figure.getValue()), entry))
                .toList();
    }

    /** An eighth more than is known. */
    private static FactValue more(FactField field, FactValue known) {
        long number = known.number() == null ? 0 : known.number();
        long more = number + number / 8;
        return FactValue.of(field.type() == FactType.MONEY ? DemonstrationFirm.rounded(more) : more + 1);
    }

    private static Entry imported(LocalDate asOf, Instant now) {
        return new Entry(FactSource.IMPORTED, asOf, EVIDENCE, FactState.STANDS, "system", now);
    }
}
