package cn.zhirong.drafting;

import cn.zhirong.bundle.YamlText;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Problem;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.Budgets;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.ProgrammeWriter;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.subsidy.RuleState;
import cn.zhirong.subsidy.RuleVersionRow;
import cn.zhirong.subsidy.Vocabularies;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The programmes of a bureau as files, in the form in which they travel with the application: what is in force of each, the
 * published versions of its rule, the cases of the newest, rates, and what officers judge. Drafts are not among them.
 */
@Singleton
public class SubsidyExport {
    private final Programmes programmes;
    private final Drafts drafts;
    private final RuleCaseRepository cases;
    private final Vocabularies vocabularies;
    private final Budgets budgets;
    private final Json json;

    SubsidyExport(
            Programmes programmes,
            Drafts drafts,
            RuleCaseRepository cases,
            Vocabularies vocabularies,
            Budgets budgets,
            Json json) {
        this.programmes = programmes;
        this.drafts = drafts;
        this.cases = cases;
        this.vocabularies = vocabularies;
        this.budgets = budgets;
        this.json = json;
    }

    /**
     * Writes {@code <slug>/subsidies}.
     *
     * @param tenants the folder that holds a folder a bureau
     * @return what cannot be read back as it is, in Chinese
     * @throws IOException when the disk fails
     */
    public List<String> write(Tenant tenant, Path tenants) throws IOException {
        Path own = tenants.resolve(tenant.slug()).resolve("subsidies");
        List<Programme> all = programmes.all(tenant);
        if (all.isEmpty()) {
            return List.of();
        }
        Files.createDirectories(own);
        List<Vocabularies.KeptSeries> series = vocabularies.series(tenant);
        if (!series.isEmpty()) {
            Files.writeString(own.resolve("rates.yml"), ProgrammeWriter.rates(series));
        }
        List<Vocabularies.Judged> judged = vocabularies.judged(tenant);
        if (!judged.isEmpty()) {
            Files.writeString(own.resolve("facts.yml"), ProgrammeWriter.facts(judged));
        }
        for (Programme programme : all) {
            write(tenant, programme, Files.createDirectories(own.resolve(programme.code())));
        }
        return ProgrammeFiles.read(tenants).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private void write(Tenant tenant, Programme programme, Path folder) throws IOException {
        List<RuleVersionRow> published = drafts.versions(tenant, programme).stream()
                .filter(row -> row.state() == RuleState.PUBLISHED)
                .toList();
        Files.writeString(
                folder.resolve("programme.yml"),
                ProgrammeWriter.programme(programme, budgets.of(tenant, programme), published.isEmpty()));
        List<Map<String, Object>> written = new ArrayList<>();
        for (RuleVersionRow row : published) {
            Files.writeString(folder.resolve("rule-" + row.number() + ".yml"), row.content());
            cases.of(tenant.id(), row.key()).stream()
                    .sorted(Comparator.comparing(RuleCaseRow::id, Comparator.nullsLast(Comparator.naturalOrder())))
                    .map(this::one)
                    .forEach(written::add);
        }
        if (!written.isEmpty()) {
            Files.writeString(folder.resolve("cases.yml"), YamlText.write(Map.of("cases", written)));
        }
    }

    private Map<String, Object> one(RuleCaseRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", row.name());
        map.put("asked", row.askedOn().toString());
        Map<?, ?> facts = json.read(row.facts(), Map.class);
        if (!facts.isEmpty()) {
            map.put("facts", facts);
        }
        map.put("verdict", verdict(row.expected()));
        Long fen = row.expectedFen();
        if (fen != null) {
            map.put("amount", new Money(fen).words());
        }
        return map;
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case MET -> "eligible";
            case NOT_MET -> "ineligible";
            case OFFICER -> "judgement";
            case UNKNOWN -> "unknown";
        };
    }
}
