package cn.zhirong.subsidy;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditedChange;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Series;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is entered of dated rates. A rate multiplies what every published rule pays, so that what one person enters holds only once
 * another has confirmed it; until then no rule knows of it.
 */
@Singleton
public class RateEntries {
    private final RateEntryRepository repository;
    private final Vocabularies vocabularies;
    private final Audit audit;
    private final Clock clock;

    RateEntries(RateEntryRepository repository, Vocabularies vocabularies, Audit audit, Clock clock) {
        this.repository = repository;
        this.vocabularies = vocabularies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One that waits.
     *
     * @param name of the series
     * @param day on which the rate was published; null, as the rate, where only the last day kept is later
     * @param was the value of that day when it was entered; null where there was none
     * @param keptUntil the last day for which nothing newer was published
     * @param reason why a value is put right; empty where none is
     */
    public record Waiting(
            long id,
            String name,
            @Nullable LocalDate day,
            @Nullable Rate rate,
            @Nullable Rate was,
            LocalDate keptUntil,
            String reason,
            String enteredBy,
            Instant enteredAt) {}

    /** All that wait, the oldest first. */
    public List<Waiting> waiting(Tenant tenant) {
        return repository.waiting(tenant.id()).stream()
                .map(row -> new Waiting(
                        row.key(),
                        row.name(),
                        row.publishedOn(),
                        rate(row.ppm()),
                        rate(row.wasPpm()),
                        row.keptUntil(),
                        row.reason(),
                        row.enteredBy(),
                        row.enteredAt()))
                .toList();
    }

    /**
     * Enters what a series says newly: one value, or only a later day until which it is kept. A series that is new begins without
     * values.
     *
     * @param reason why a value is put right; empty where none is
     * @return false where nothing waits, since no rule reckons with what changed
     * @throws Refusal where something of this series waits already
     */
    @Transactional
    public boolean enter(Tenant tenant, String actor, Series wanted, String reason) {
        Optional<Series> known = known(tenant, wanted.name());
        if (repository.waiting(tenant.id()).stream().anyMatch(row -> row.name().equals(wanted.name()))) {
            throw Refusal.conflict("waiting", "“" + wanted.label() + "”已经有一项等待确认，请先由另一人确认，或者撤下。");
        }
        LocalDate day = wanted.rates().isEmpty() ? null : wanted.rates().firstKey();
        Rate rate = day == null ? null : wanted.rates().get(day);
        Rate was = day == null || known.isEmpty() ? null : known.get().rates().get(day);
        boolean value = rate != null && !rate.equals(was);
        boolean empty = known.map(Series::rates).map(Map::isEmpty).orElse(true);
        boolean later =
                known.map(one -> wanted.keptUntil().isAfter(one.keptUntil())).orElse(true);
        if (known.isEmpty() || (empty && !value)) {
            boolean illustrative = vocabularies.isIllustrative(tenant, wanted.name());
            vocabularies.keep(
                    tenant,
                    actor,
                    new Series(wanted.name(), wanted.label(), new TreeMap<>(), wanted.keptUntil()),
                    illustrative);
        }
        if (!value && (empty || !later)) {
            return false;
        }
        RateEntryRow row = repository.save(new RateEntryRow(
                null,
                tenant.id(),
                wanted.name(),
                value ? day : null,
                value && rate != null ? rate.ppm() : null,
                was == null ? null : was.ppm(),
                wanted.keptUntil(),
                reason,
                RateEntryRow.State.WAITING,
                actor,
                clock.instant()));
        audit.record(
                tenant,
                AuditedChange.by(actor, "subsidy.rate-entered", "rate/" + row.name())
                        .with(words(row.publishedOn(), rate(row.ppm()), row.keptUntil()) + "，等待另一人确认" + because(row)));
        return true;
    }

    /**
     * Another person confirms what waits: from now on rules reckon with it.
     *
     * @return what holds now, in words
     * @throws Refusal not found; or whoever entered it asks; or it was decided or its value changed meanwhile
     */
    @Transactional
    public String confirm(Tenant tenant, String actor, long id) {
        RateEntryRow row = waitingRow(tenant, id);
        if (row.enteredBy().equals(actor)) {
            throw Refusal.forbidden("这一项是您录入的，要由另一人确认。");
        }
        Series series = known(tenant, row.name()).orElseThrow(Refusal::notFound);
        LocalDate day = row.publishedOn();
        Rate now = day == null ? null : series.rates().get(day);
        if (day != null && !Objects.equals(now, rate(row.wasPpm()))) {
            throw Refusal.conflict("stale", "这一天的值在录入之后改过，请撤下这一项，核对后重新录入。");
        }
        String before = words(day, now, series.keptUntil());
        LocalDate kept = row.keptUntil().isAfter(series.keptUntil()) ? row.keptUntil() : series.keptUntil();
        vocabularies.put(tenant, series, kept, day, rate(row.ppm()));
        repository.decide(tenant.id(), id, RateEntryRow.State.CONFIRMED, actor, clock.instant());
        String after = words(day, rate(row.ppm()), kept);
        audit.record(
                tenant,
                AuditedChange.by(actor, "subsidy.rate", "rate/" + row.name())
                        .with("确认" + row.enteredBy() + "录入的" + after + because(row))
                        .from(before)
                        .to(after));
        return "“" + series.label() + "”" + after;
    }

    /** Takes back what waits: it never held. */
    @Transactional
    public void withdraw(Tenant tenant, String actor, long id) {
        RateEntryRow row = waitingRow(tenant, id);
        repository.decide(tenant.id(), id, RateEntryRow.State.WITHDRAWN, actor, clock.instant());
        audit.record(
                tenant,
                actor,
                "subsidy.rate-withdrawn",
                "rate/" + row.name(),
                "撤下" + words(row.publishedOn(), rate(row.ppm()), row.keptUntil()));
    }

    private RateEntryRow waitingRow(Tenant tenant, long id) {
        RateEntryRow row = repository.locked(tenant.id(), id).orElseThrow(Refusal::notFound);
        if (row.state() != RateEntryRow.State.WAITING) {
            throw Refusal.conflict("decided", "这一项已经有人处理过，现在的值见下面。");
        }
        return row;
    }

    private Optional<Series> known(Tenant tenant, String name) {
        return vocabularies.series(tenant).stream()
                .map(Vocabularies.KeptSeries::series)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static @Nullable Rate rate(@Nullable Long ppm) {
        return ppm == null ? null : new Rate(ppm);
    }

    private static String words(@Nullable LocalDate day, @Nullable Rate rate, LocalDate kept) {
        return (day == null ? "" : day + " 公布 " + (rate == null ? "（没有值）" : rate.words()) + "，") + "维护到 " + kept;
    }

    private static String because(RateEntryRow row) {
        return row.reason().isEmpty() ? "" : "，更正的理由：" + row.reason();
    }
}
