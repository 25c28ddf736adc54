package cn.zhirong.subsidy;

import cn.zhirong.access.Audit;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.Parameters;
import cn.zhirong.rule.Series;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Vocabulary;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules of a bureau may speak of: the standard facts, what its officers judge, and dated rates with their values. */
@Singleton
public class Vocabularies {
    private final VocabularyRepository repository;
    private final Audit audit;

    Vocabularies(VocabularyRepository repository, Audit audit) {
        this.repository = repository;
        this.audit = audit;
    }

    /**
     * A dated rate as it is kept.
     *
     * @param illustrative 示例: not the published values
     */
    public record KeptSeries(Series series, boolean illustrative) {}

    /** All facts its rules may ask. */
    public FactCatalogue facts(Tenant tenant) {
        List<FactDefinition> own = repository.judged(tenant.id()).stream()
                .map(row -> StandardFacts.judged(row.name(), row.label()))
                .toList();
        return StandardFacts.with(own);
    }

    /** Facts and rates, as a rule is read with. */
    public Vocabulary of(Tenant tenant) {
        return new Vocabulary(
                facts(tenant),
                repository.series(tenant.id()).stream().collect(Collectors.toMap(RateRow::name, RateRow::label)));
    }

    /** The rates with all their values. */
    public Parameters parameters(Tenant tenant) {
        return new Parameters(series(tenant).stream().map(KeptSeries::series).toList());
    }

    /** The rates, by name. */
    public List<KeptSeries> series(Tenant tenant) {
        Map<String, TreeMap<LocalDate, Rate>> points = new TreeMap<>();
        for (RatePointRow point : repository.points(tenant.id())) {
            points.computeIfAbsent(point.name(), name -> new TreeMap<>())
                    .put(point.publishedOn(), new Rate(point.ppm()));
        }
        return repository.series(tenant.id()).stream()
                .map(row -> new KeptSeries(
                        new Series(
                                row.name(),
                                row.label(),
                                points.getOrDefault(row.name(), new TreeMap<>()),
                                row.keptUntil()),
                        row.illustrative()))
                .toList();
    }

    /**
     * Keeps a rate with these values, as it travels with the application: new ones are added, those of a day that is there take
     * its place; none is taken away. What people enter goes through {@link RateEntries}.
     */
    @Transactional
    void keep(Tenant tenant, String actor, Series series, boolean illustrative) {
        repository.putSeries(tenant.id(), series.name(), series.label(), series.keptUntil(), illustrative);
        series.rates().forEach((day, rate) -> repository.putPoint(tenant.id(), series.name(), day, rate.ppm()));
        audit.record(
                tenant, actor, "subsidy.rate", "rate/" + series.name(), values(series) + "维护到" + series.keptUntil());
    }

    /** Whether a rate holds other values than the published ones. */
    boolean isIllustrative(Tenant tenant, String name) {
        return series(tenant).stream().anyMatch(one -> one.series().name().equals(name) && one.illustrative());
    }

    /** What was confirmed of a rate: a value where there is one, and until when it is kept. The caller tells the audit. */
    @Transactional
    void put(Tenant tenant, Series series, LocalDate keptUntil, @Nullable LocalDate day, @Nullable Rate rate) {
        boolean illustrative = isIllustrative(tenant, series.name());
        repository.putSeries(tenant.id(), series.name(), series.label(), keptUntil, illustrative);
        if (day != null && rate != null) {
            repository.putPoint(tenant.id(), series.name(), day, rate.ppm());
        }
    }

    /** What is entered; of a long series only how much. */
    private static String values(Series series) {
        return series.rates().size() > 3
                ? series.rates().size() + " 个值，"
                : series.rates().entrySet().stream()
                        .map(point -> point.getKey() + " " + point.getValue().words() + "，")
                        .collect(Collectors.joining());
    }

    /**
     * What officers judge.
     *
     * @param retired no new rule asks it; those that do still read it
     */
    public record Judged(String name, String label, boolean retired) {}

    /** All that officers judge, by name. */
    public List<Judged> judged(Tenant tenant) {
        return repository.judged(tenant.id()).stream()
                .map(row -> new Judged(row.name(), row.label(), row.retired()))
                .toList();
    }

    /**
     * Adds something that officers judge, or words it anew.
     *
     * @throws IllegalArgumentException it is no name, or that of a standard fact
     */
    @Transactional
    public void judge(Tenant tenant, String actor, String name, String label) {
        StandardFacts.with(List.of(StandardFacts.judged(name, label)));
        repository.putJudged(tenant.id(), name, label);
        audit.record(tenant, actor, "subsidy.judged-fact", "fact/" + name, label);
    }

    /** Offers it to no new rule, or offers it again. False when there is none of that name. */
    @Transactional
    public boolean retire(Tenant tenant, String actor, String name, boolean retired) {
        if (repository.retire(tenant.id(), name, retired) == 0) {
            return false;
        }
        audit.record(tenant, actor, "subsidy.judged-fact", "fact/" + name, retired ? "停用" : "恢复使用");
        return true;
    }

    /** One that travels with the application. */
    @Transactional
    void load(Tenant tenant, String actor, Judged fact) {
        judge(tenant, actor, fact.name(), fact.label());
        if (fact.retired()) {
            retire(tenant, actor, fact.name(), true);
        }
    }
}
