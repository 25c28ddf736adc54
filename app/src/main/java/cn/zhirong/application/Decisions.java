package cn.zhirong.application;

import cn.zhirong.database.Json;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.Payout;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision leaves behind: what it rests on, what it is about, and the money that it binds. */
@Singleton
class Decisions {
    private final Applications applications;
    private final ReviewRepository repository;
    private final ThingRepository things;
    private final FirmRepository firms;
    private final Purse purse;
    private final Json json;

    Decisions(
            Applications applications,
            ReviewRepository repository,
            ThingRepository things,
            FirmRepository firms,
            Purse purse,
            Json json) {
        this.applications = applications;
        this.repository = repository;
        this.things = things;
        this.firms = firms;
        this.purse = purse;
        this.json = json;
    }

    /**
     * Holds what caps look at until the transaction ends: the firm, and where institutions are paid every programme, for what they
     * got counts whichever firm it was for.
     */
    void holdCaps(Tenant tenant, ApplicationRow row, RuleVersion version) {
        if (version.rule().benefits().stream().anyMatch(benefit -> benefit.to() != Beneficiary.ENTERPRISE)) {
            firms.lockProgrammes(tenant.id());
        }
        firms.lock(tenant.id(), row.enterpriseId());
    }

    /** Keeps a decision that the bureau takes of itself, such as that a firm is eligible. */
    void keep(
            Tenant tenant,
            ApplicationRow row,
            ReviewRow.Stage stage,
            boolean pass,
            Sheet sheet,
            String reason,
            String by,
            @Nullable String after) {
        byte[] trace = sheet.trace().bytes();
        List<Payout> payouts = pass ? sheet.payouts() : List.of();
        repository.save(new ReviewRow(
                null,
                tenant.id(),
                row.key(),
                stage,
                pass,
                sheet.version().id(),
                pass ? sheet.amount().fen() : 0,
                json.write(sheet.findings()),
                json.write(payouts.stream().map(PayoutLine::of).toList()),
                reason,
                trace,
                settled(sheet),
                Reviews.sha256(trace),
                by,
                after,
                applications.now()));
    }

    /** Keeps what it asks money for, so that whoever looks at another application for the same sees it. */
    void name(Tenant tenant, ApplicationRow row, Sheet sheet) {
        things.clear(tenant.id(), row.key());
        Things.of(
                        applications.programme(tenant, row),
                        row,
                        sheet.said().rule(),
                        sheet.said().facts())
                .forEach(thing -> things.save(new ThingRow(null, tenant.id(), row.key(), thing, null)));
    }

    /** Reserves what the sheet says is due, in the budget of this year. */
    void bind(Tenant tenant, ApplicationRow row, Sheet sheet, ApplicationEdit edit) {
        mustBeDistinct(sheet);
        int year = applications.today().getYear();
        purse.bind(tenant, applications.programme(tenant, row), row, sheet, year);
        edit.amount(sheet.amount().fen()).budget(year);
    }

    /** One loan that stands in the list twice, written differently, is not paid for twice. */
    static void mustBeDistinct(Sheet sheet) {
        List<String> twice = Things.twice(sheet.version().rule(), sheet.said().facts());
        if (!twice.isEmpty()) {
            throw Refusal.unprocessable("twice", FactRows.twice(twice.getFirst()) + "须由企业补正后再审。");
        }
    }

    private static String settled(Sheet sheet) {
        return Texts.cut(String.join("；", sheet.taken()));
    }
}
