package cn.zhirong.enterprise;

import cn.zhirong.access.Audit;
import cn.zhirong.access.Person;
import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewEnterprise;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.kernel.CreditCode;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The register of a bureau: firms found, added and read. What is known of them is changed by {@link FactDesk} and {@link ItemDesk}. */
@Singleton
public class Enterprises {
    /** Firms read at once. */
    public static final int PAGE = 1_000;

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final EnterpriseRepository repository;
    private final FactRepository facts;
    private final ItemRepository items;
    private final RegisterWriter writer;
    private final Audit audit;
    private final Clock clock;

    Enterprises(
            EnterpriseRepository repository,
            FactRepository facts,
            ItemRepository items,
            RegisterWriter writer,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.facts = facts;
        this.items = items;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is known of one firm of this bureau.
     *
     * @throws Refusal not found
     */
    public Profile profile(Tenant tenant, long id) {
        return profile(repository.find(tenant.id(), id).orElseThrow(Refusal::notFound));
    }

    /** What is known of the firm with this code; empty where the bureau does not know it. */
    public Optional<Profile> profile(Tenant tenant, CreditCode code) {
        return repository.findByCodes(tenant.id(), List.of(code.value())).stream()
                .findFirst()
                .map(this::profile);
    }

    /** The firm that this person acts for, once it was verified and its code is known; else empty. */
    public Optional<Profile> own(Tenant tenant, Person person) {
        Long organisation = person.organisationId();
        return organisation == null
                ? Optional.empty()
                : repository
                        .verifiedCode(tenant.id(), organisation)
                        .flatMap(code -> profile(tenant, new CreditCode(code)));
    }

    /** Firms with numbers above {@code after}, at most {@value #PAGE}, by their numbers: to go through all of them, begin with 0. */
    public List<Profile> after(Tenant tenant, long after) {
        return profiles(repository.after(tenant.id(), after, PAGE));
    }

    /**
     * Adds a firm by hand.
     *
     * @throws Refusal where it is there already
     */
    @Transactional
    long add(Tenant tenant, String actor, CreditCode code, String name, String evidence) {
        if (isThere(tenant, code)) {
            throw registered(code);
        }
        long id;
        try {
            id = create(tenant, actor, code.value(), name, evidence);
        } catch (RegisterWriter.AddedMeanwhile somebodyElse) {
            throw registered(code);
        }
        audit.record(tenant, actor, "enterprise.add", object(id), code + " " + name);
        return id;
    }

    /** Sees to it that a firm that was verified is in the register. */
    @Transactional
    void join(Tenant tenant, String actor, CreditCode code, String name) {
        if (!isThere(tenant, code)) {
            long id = create(tenant, actor, code.value(), name, "企业注册核验");
            audit.record(tenant, actor, "enterprise.join", object(id), code.value());
        }
    }

    /** Of these rows, in their order. */
    List<Profile> profiles(List<EnterpriseRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        long tenantId = rows.getFirst().tenantId();
        List<Long> ids = rows.stream().map(EnterpriseRow::key).toList();
        Map<Long, List<FactRow>> factsOf =
                facts.ofAll(tenantId, ids).stream().collect(Collectors.groupingBy(FactRow::enterpriseId));
        Map<Long, List<ItemRow>> itemsOf =
                items.ofAll(tenantId, ids).stream().collect(Collectors.groupingBy(ItemRow::enterpriseId));
        return rows.stream()
                .map(row -> profile(
                        row, factsOf.getOrDefault(row.key(), List.of()), itemsOf.getOrDefault(row.key(), List.of())))
                .toList();
    }

    /** Holds a firm until the transaction ends, so that changes of it come one after the other; not found where there is none. */
    Profile lock(Tenant tenant, long id) {
        return profile(repository.lock(tenant.id(), id).orElseThrow(Refusal::notFound));
    }

    /** Writes down beside the code what the facts say now. */
    void settle(Tenant tenant, long id) {
        settle(tenant, List.of(profile(tenant, id)));
    }

    void settle(Tenant tenant, List<Profile> profiles) {
        writer.settle(tenant.id(), profiles, now());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    static String object(long id) {
        return "enterprise/" + id;
    }

    private boolean isThere(Tenant tenant, CreditCode code) {
        return !repository.findByCodes(tenant.id(), List.of(code.value())).isEmpty();
    }

    private static Refusal registered(CreditCode code) {
        return Refusal.unprocessable(
                "registered",
                "企业库里已有这家企业。",
                List.of(new Refusal.Field("creditCode", "统一社会信用代码 " + code + " 已在企业库里，请在列表中查找。")));
    }

    private long create(Tenant tenant, String actor, String code, String name, String evidence) {
        writer.addEnterprises(tenant.id(), List.of(new NewEnterprise(code, name)), actor, now());
        long id = repository.findByCodes(tenant.id(), List.of(code)).getFirst().key();
        Entry entry = new Entry(FactSource.VERIFIED, today(), evidence, FactState.STANDS, actor, now());
        writer.addFacts(tenant.id(), List.of(new NewFact(id, FactField.NAME, 0, FactValue.of(name), entry)));
        settle(tenant, id);
        return id;
    }

    private Profile profile(EnterpriseRow row) {
        return profile(row, facts.of(row.tenantId(), row.key()), items.of(row.tenantId(), row.key()));
    }

    private static Profile profile(EnterpriseRow row, List<FactRow> facts, List<ItemRow> items) {
        List<Fact> known = new ArrayList<>();
        facts.forEach(fact -> fact.fact().ifPresent(known::add));
        List<Item> held = new ArrayList<>();
        items.forEach(item -> item.item().ifPresent(held::add));
        return new Profile(row.key(), new CreditCode(row.creditCode()), row.name(), known, held);
    }
}
