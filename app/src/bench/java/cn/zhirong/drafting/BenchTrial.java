package cn.zhirong.drafting;

import cn.zhirong.subsidy.BundledProgrammes;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.ProgrammeFiles;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import java.util.function.Function;

/** Tries a draft of a bundled rule on the whole register of a bureau. */
public final class BenchTrial {
    private final Drafts drafts;
    private final TrialRuns runs;
    private final Tenant tenant;
    private final long draft;

    /**
     * @param bean finds beans of the running product
     * @param code of the bundled programme
     */
    public BenchTrial(Function<Class<?>, Object> bean, Tenant tenant, String bureau, String code) {
        this.tenant = tenant;
        this.drafts = (Drafts) bean.apply(Drafts.class);
        this.runs = (TrialRuns) bean.apply(TrialRuns.class);
        var bundled = (BundledProgrammes) bean.apply(BundledProgrammes.class);
        ProgrammeFiles.bundled().bureaus().stream()
                .filter(one -> one.slug().equals(bureau))
                .forEach(one -> bundled.load(tenant, one));
        Programme programme =
                ((Programmes) bean.apply(Programmes.class)).find(tenant, code).orElseThrow();
        long inForce = drafts.versions(tenant, programme).getFirst().key();
        draft = drafts.copy(tenant, "officer", inForce).key();
    }

    /** What a trial took and found. */
    public record Took(long millis, int firms, int granted, int open, long totalFen) {}

    /** Runs one and waits for its end. */
    public Took run() throws InterruptedException {
        long id = runs.begin(
                tenant,
                "officer",
                draft,
                new TrialRuns.Wanted(
                        TrialSettings.Source.REGISTER, drafts.today(), 10_000_000_000L, 1_000, null, null, true));
        TrialRow row = runs.find(tenant, draft, id);
        while (runs.isRunning(row)) {
            Thread.sleep(50);
            row = runs.find(tenant, draft, id);
        }
        TrialResult.Side side = runs.result(row).draft();
        int open = side.count(TrialClass.UNKNOWN) + side.count(TrialClass.OFFICER) + side.count(TrialClass.AMOUNT_OPEN);
        return new Took(row.millis(), side.firms(), side.count(TrialClass.GRANTED), open, side.totalFen());
    }
}
