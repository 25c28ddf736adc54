package cn.zhirong.enterprise;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.enterprise.ImportPlan.PlannedFact;
import cn.zhirong.enterprise.ImportPlan.PlannedItem;
import cn.zhirong.enterprise.ImportReading.Line;
import cn.zhirong.enterprise.ImportReading.Wrong;
import cn.zhirong.enterprise.RegisterWriter.Entry;
import cn.zhirong.enterprise.RegisterWriter.NewEnterprise;
import cn.zhirong.enterprise.RegisterWriter.NewFact;
import cn.zhirong.enterprise.RegisterWriter.NewItem;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of many firms: first read and compared, then taken in whole, by the same reckoning. */
@Singleton
class Imports {
    /** A check that nobody decided about is of yesterday's register. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int LONGEST_NAME = 200;
    private static final int CODES = 500;

    private final ImportRepository repository;
    private final EnterpriseRepository enterpriseRows;
    private final Enterprises enterprises;
    private final ItemRepository items;
    private final RegisterWriter writer;
    private final Audit audit;
    private final Json json;

    Imports(
            ImportRepository repository,
            EnterpriseRepository enterpriseRows,
            Enterprises enterprises,
            ItemRepository items,
            RegisterWriter writer,
            Audit audit,
            Json json) {
        this.repository = repository;
        this.enterpriseRows = enterpriseRows;
        this.enterprises = enterprises;
        this.items = items;
        this.writer = writer;
        this.audit = audit;
        this.json = json;
    }

    /** The dry run: nothing of the register changes; returns its number. */
    @Transactional
    long check(Tenant tenant, String actor, String fileName, byte[] file, LocalDate asOf, String evidence) {
        Reckoning reckoning = reckon(tenant, file, asOf, evidence, enterpriseRows::findByCodes);
        Instant now = enterprises.now();
        repository.expire(tenant.id(), now.minus(KEPT), now);
        ImportRow row = repository.save(new ImportRow(
                null,
                tenant.id(),
                name(fileName),
                file,
                asOf,
                evidence,
                ImportRow.State.CHECKED,
                json.write(reckoning.report()),
                actor,
                now,
                null,
                null));
        audit.record(tenant, actor, "enterprise.import-check", object(row.key()), said(reckoning.report()));
        return row.key();
    }

    /** One of this bureau. */
    ImportRow find(Tenant tenant, long id) {
        return repository.find(tenant.id(), id).orElseThrow(Refusal::notFound);
    }

    List<ImportRow> newest(Tenant tenant) {
        return repository.newest(tenant.id());
    }

    ImportReport report(ImportRow row) {
        return json.read(row.report(), ImportReport.class);
    }

    /** Takes in every row that is right, in one transaction; tells what that was. */
    @Transactional
    ImportReport take(Tenant tenant, String actor, long id) {
        ImportRow row = find(tenant, id);
        if (row.state() != ImportRow.State.CHECKED) {
            throw decided(row);
        }
        // A firm that is there is held from before it is compared until the end.
        Reckoning reckoning = reckon(tenant, row.content(), row.asOf(), row.evidence(), enterpriseRows::lockByCodes);
        if (!reckoning.report().changesAnything()) {
            throw Refusal.conflict("nothing", "这份表格现在没有可以导入的内容。");
        }
        if (repository.decide(
                        tenant.id(),
                        id,
                        ImportRow.State.TAKEN,
                        json.write(reckoning.report()),
                        actor,
                        enterprises.now())
                != 1) {
            throw decided(row);
        }
        apply(tenant, actor, reckoning.plan());
        audit.record(tenant, actor, "enterprise.import", object(id), said(reckoning.report()));
        return reckoning.report();
    }

    /** Nothing of it is taken in. */
    @Transactional
    void discard(Tenant tenant, String actor, long id) {
        ImportRow row = find(tenant, id);
        if (repository.decide(tenant.id(), id, ImportRow.State.DISCARDED, row.report(), actor, enterprises.now())
                != 1) {
            throw decided(row);
        }
        audit.record(tenant, actor, "enterprise.import-discard", object(id), "");
    }

    /** What a file would change, and how that is told. */
    private record Reckoning(ImportPlan plan, ImportReport report) {}

    private interface Finding {
        List<EnterpriseRow> find(long tenantId, List<String> codes);
    }

    private Reckoning reckon(Tenant tenant, byte[] file, LocalDate asOf, String evidence, Finding finding) {
        ImportReading reading =
                ImportReading.of(SheetFile.read(file), new ImportReading.Terms(asOf, evidence, enterprises.today()));
        if (reading.read() == 0 && reading.wrong().isEmpty()) {
            throw Refusal.badField("file", "表格里没有数据行。第一行是表头，从第二行起填企业。");
        }
        List<String> codes = reading.lines().stream()
                .map(Line::creditCode)
                .distinct()
                .sorted()
                .toList();
        Map<String, Profile> known = new HashMap<>();
        for (int from = 0; from < codes.size(); from += CODES) {
            List<String> some = codes.subList(from, Math.min(codes.size(), from + CODES));
            enterprises
                    .profiles(finding.find(tenant.id(), some))
                    .forEach(profile -> known.put(profile.creditCode().value(), profile));
        }
        ImportPlan plan = ImportPlan.of(reading.lines(), known);
        List<Wrong> wrong = new ArrayList<>(reading.wrong());
        wrong.addAll(plan.wrong());
        int wrongRows = (int) wrong.stream()
                .filter(it -> it.row() > 1)
                .map(it -> it.sheet() + "\n" + it.row())
                .distinct()
                .count();
        return new Reckoning(
                plan,
                new ImportReport(
                        reading.read(),
                        wrongRows,
                        plan.newFirms().size(),
                        plan.firms().size() - plan.newFirms().size(),
                        plan.facts().size(),
                        plan.items().size(),
                        plan.unchanged(),
                        wrong.stream().limit(ImportReport.TOLD).toList(),
                        wrong.size()));
    }

    private void apply(Tenant tenant, String actor, ImportPlan plan) {
        Instant now = enterprises.now();
        try {
            writer.addEnterprises(
                    tenant.id(),
                    new TreeMap<>(plan.newFirms())
                            .entrySet().stream()
                                    .map(firm -> new NewEnterprise(firm.getKey(), firm.getValue()))
                                    .toList(),
                    actor,
                    now);
        } catch (RegisterWriter.AddedMeanwhile somebodyElse) {
            throw changed();
        }
        Map<String, Long> ids = ids(tenant, List.copyOf(plan.firms()));
        List<NewFact> facts = new ArrayList<>();
        for (PlannedFact fact : plan.facts()) {
            facts.add(new NewFact(
                    id(ids, fact.creditCode()),
                    fact.field(),
                    fact.year(),
                    fact.value(),
                    entry(fact.line(), actor, now)));
        }
        // A row without a name can bring a firm in that another row names: its name is a fact too.
        Set<String> named = plan.facts().stream()
                .filter(fact -> fact.field() == FactField.NAME)
                .map(PlannedFact::creditCode)
                .collect(Collectors.toCollection(HashSet::new));
        Stream.concat(
                        plan.facts().stream().map(PlannedFact::line),
                        plan.items().stream().map(PlannedItem::line))
                .forEach(line -> {
                    String name = plan.newFirms().get(line.creditCode());
                    if (name != null && named.add(line.creditCode())) {
                        FactValue value = FactValue.of(name);
                        facts.add(new NewFact(
                                id(ids, line.creditCode()), FactField.NAME, 0, value, entry(line, actor, now)));
                    }
                });
        writer.addFacts(tenant.id(), facts);
        List<NewItem> added = new ArrayList<>();
        for (PlannedItem item : plan.items()) {
            long id = id(ids, item.creditCode());
            for (Item replaced : item.replaced()) {
                if (items.become(
                                tenant.id(),
                                id,
                                replaced.id(),
                                replaced.state(),
                                FactState.REPLACED,
                                actor,
                                now,
                                "批量导入")
                        != 1) {
                    throw changed();
                }
            }
            added.add(new NewItem(id, item.draft(), entry(item.line(), actor, now)));
        }
        writer.addItems(tenant.id(), added);
        List<String> codes = List.copyOf(plan.firms());
        for (int from = 0; from < codes.size(); from += CODES) {
            List<String> some = codes.subList(from, Math.min(codes.size(), from + CODES));
            enterprises.settle(tenant, enterprises.profiles(enterpriseRows.findByCodes(tenant.id(), some)));
        }
    }

    /** Of all firms of the file, those that were just added too. */
    private Map<String, Long> ids(Tenant tenant, List<String> codes) {
        Map<String, Long> ids = new HashMap<>();
        for (int from = 0; from < codes.size(); from += CODES) {
            List<String> some = codes.subList(from, Math.min(codes.size(), from + CODES));
            enterpriseRows.lockByCodes(tenant.id(), some).forEach(row -> ids.put(row.creditCode(), row.key()));
        }
        return ids;
    }

    private static long id(Map<String, Long> ids, String code) {
        return Objects.requireNonNull(ids.get(code), code);
    }

    private static Entry entry(Line line, String actor, Instant now) {
        return new Entry(FactSource.IMPORTED, line.asOf(), line.evidence(), FactState.STANDS, actor, now);
    }

    private static Refusal changed() {
        return Refusal.conflict("changed", "企业库里的数据刚刚有变动，没有导入任何内容，请再确认一次。");
    }

    private static Refusal decided(ImportRow row) {
        return Refusal.conflict("decided", "这份表格" + row.state().label() + "，不能再改，请重新上传。");
    }

    private static String said(ImportReport report) {
        return "rows=" + report.rows() + " wrong=" + report.wrongRows() + " newFirms=" + report.newFirms() + " facts="
                + report.facts() + " items=" + report.items();
    }

    private static String object(long id) {
        return "enterprise-import/" + id;
    }

    /** Shown again, and never a path. */
    private static String name(String fileName) {
        String name = fileName.replaceAll("[\\p{Cc}\\p{Cf}]", "")
                .replaceAll("^.*[/\\\\]", "")
                .strip();
        return name.isEmpty() ? "表格" : FactText.cut(name, LONGEST_NAME);
    }
}
