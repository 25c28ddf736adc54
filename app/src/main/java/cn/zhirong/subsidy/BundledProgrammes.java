package cn.zhirong.subsidy;

import cn.zhirong.access.Audit;
import cn.zhirong.database.Json;
import cn.zhirong.kernel.DateRange;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads the programmes that travel with the application; what is there already is passed over. */
@Singleton
public class BundledProgrammes {
    /** Who wrote them, and who published them: not the same, as the database wants it of everybody. */
    private static final String WRITER = "command-line";

    private static final String PUBLISHER = "system";

    private final ProgrammeRepository programmes;
    private final ProgrammeHistory history;
    private final RuleVersionRepository versions;
    private final Vocabularies vocabularies;
    private final Programmes reading;
    private final Budgets budgets;
    private final Json json;
    private final Audit audit;
    private final Clock clock;

    BundledProgrammes(
            ProgrammeRepository programmes,
            ProgrammeHistory history,
            RuleVersionRepository versions,
            Vocabularies vocabularies,
            Programmes reading,
            Budgets budgets,
            Json json,
            Audit audit,
            Clock clock) {
        this.programmes = programmes;
        this.history = history;
        this.versions = versions;
        this.vocabularies = vocabularies;
        this.reading = reading;
        this.budgets = budgets;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of one bureau, in one transaction. */
    @Transactional
    public void load(Tenant tenant, ProgrammeFiles.Bureau bureau) {
        Set<String> kept = vocabularies.series(tenant).stream()
                .map(one -> one.series().name())
                .collect(Collectors.toSet());
        bureau.series().stream()
                .filter(one -> !kept.contains(one.series().name()))
                .forEach(one -> vocabularies.keep(tenant, WRITER, one.series(), one.illustrative()));
        Set<String> judged = vocabularies.judged(tenant).stream()
                .map(Vocabularies.Judged::name)
                .collect(Collectors.toSet());
        bureau.judged().stream()
                .filter(one -> !judged.contains(one.name()))
                .forEach(one -> vocabularies.load(tenant, WRITER, one));
        for (BundledProgramme programme : bureau.programmes()) {
            if (programmes.findByCode(tenant.id(), programme.code()).isEmpty()) {
                add(tenant, programme);
            }
        }
    }

    private void add(Tenant tenant, BundledProgramme programme) {
        Instant now = clock.instant();
        ProgrammeRow row = programmes.save(new ProgrammeRow(
                null,
                tenant.id(),
                programme.code(),
                programme.title(),
                programme.kind(),
                programme.policy(),
                json.write(programme.content()),
                0,
                WRITER,
                now));
        history.first(row, PUBLISHER);
        long id = row.key();
        int number = 1;
        for (BundledProgramme.Version version : programme.versions()) {
            versions.save(published(tenant, id, number++, version, now));
        }
        Programme added = reading.get(tenant, id);
        programme.budgets().forEach((year, amount) -> budgets.set(tenant, WRITER, added, year, amount));
        audit.record(
                tenant,
                WRITER,
                "subsidy.load",
                "programme/" + programme.code(),
                programme.versions().size() + " rule versions");
    }

    private static RuleVersionRow published(
            Tenant tenant, long programme, int number, BundledProgramme.Version version, Instant now) {
        DateRange effective = version.rule().basis().effective();
        return new RuleVersionRow(
                null,
                tenant.id(),
                programme,
                number,
                RuleState.PUBLISHED,
                effective.from(),
                effective.until(),
                version.text(),
                0,
                "",
                Transition.OPENED,
                WRITER,
                now,
                WRITER,
                now,
                now,
                PUBLISHER,
                now,
                null);
    }
}
