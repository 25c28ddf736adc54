package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.drafting.RuleHeads.Tab;
import cn.zhirong.drafting.TrialResult.Side;
import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.policy.PageTab;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Puts a trial into the words and lengths of its page. */
@Singleton
class TrialPages {
    static final int PAGE = 20;

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Drafts.ZONE);

    private final TrialRuns runs;
    private final RegisterScan register;
    private final Names names;

    TrialPages(TrialRuns runs, RegisterScan register, Names names) {
        this.runs = runs;
        this.register = register;
        this.names = names;
    }

    /** The trials of a version, the newest first. */
    List<TrialView.Row> rows(Tenant tenant, Draft draft) {
        return runs.newest(tenant, draft.id()).stream()
                .map(row -> {
                    boolean done = row.state() == TrialRow.State.DONE;
                    boolean running = runs.isRunning(row);
                    TrialSettings settings = runs.settings(row);
                    Side side = done ? runs.result(row).draft() : null;
                    return new TrialView.Row(
                            TIME.format(row.askedAt()),
                            here(tenant, draft, row),
                            names.of(tenant, row.askedBy()),
                            settings.source().label(),
                            running || done ? row.state().label() : TrialRow.State.FAILED.label(),
                            done ? "ok" : running ? "wait" : "bad",
                            side == null
                                    ? ""
                                    : TrialWords.number(side.count(TrialClass.GRANTED)) + " "
                                            + settings.source().unit(),
                            side == null ? "" : TrialWords.money(side.totalFen()),
                            row.ruleRevision() != draft.row().revision());
                })
                .toList();
    }

    /**
     * The page of one trial.
     *
     * @param asked which firms are listed; an unknown word lists those that get something
     */
    TrialResultView page(Tenant tenant, Draft draft, TrialRow row, String asked, int wanted, LocalDate today) {
        RuleHead head = RuleHeads.of(tenant, draft, Tab.TRIAL, today);
        TrialSettings settings = runs.settings(row);
        boolean done = row.state() == TrialRow.State.DONE;
        boolean running = runs.isRunning(row);
        String here = here(tenant, draft, row);
        boolean stale = row.ruleRevision() != draft.row().revision();
        String by = names.of(tenant, row.askedBy());
        TrialFigures figures = new TrialFigures(settings);
        String unit = settings.source().unit();
        if (!done) {
            return new TrialResultView(
                    head,
                    here,
                    unit,
                    figures.facts(by, row, null),
                    running,
                    !running,
                    stale,
                    false,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    "",
                    -1,
                    "",
                    "",
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    "",
                    List.of(),
                    1,
                    1,
                    "");
        }
        TrialResult result = runs.result(row);
        List<TrialOutcome> all = TrialRows.read(row.firms());
        boolean compared = result.before() != null;
        TrialList list = TrialList.named(asked, compared);
        List<TrialOutcome> listed = list.of(all);
        int pages = Math.max(1, (listed.size() + PAGE - 1) / PAGE);
        int page = Math.clamp(wanted, 1, pages);
        List<TrialOutcome> shown = listed.subList((page - 1) * PAGE, Math.min(listed.size(), page * PAGE));
        List<TrialResultView.Firm> firms = firms(tenant, shown);
        Long budget = settings.budgetFen();
        return new TrialResultView(
                head,
                here,
                unit,
                figures.facts(by, row, result),
                false,
                false,
                stale,
                compared,
                figures.note(),
                figures.of(result),
                TrialCharts.classes(result),
                TrialCharts.brackets(result),
                TrialFigures.changes(result, here),
                budget == null ? "" : TrialWords.money(budget),
                TrialCharts.curve(result.curve()),
                TrialCharts.budgetLine(result.curve(), budget),
                TrialCharts.curveWords(result, budget, unit),
                TrialWords.money(result.curve().getLast()),
                TrialWords.number(result.draft().count(TrialClass.GRANTED)) + " " + unit,
                figures.rationings(result, draft.programme().content().rationing()),
                result.hurdles().stream()
                        .map(one -> new TrialResultView.Reason(
                                one.words(),
                                one.clause(),
                                TrialWords.number(one.firms()),
                                TrialWords.number(one.alone())))
                        .toList(),
                result.missing().stream()
                        .map(one -> new TrialResultView.Reason(one.label(), "", TrialWords.number(one.firms()), ""))
                        .toList(),
                tabs(all, compared, list, here),
                list.label(),
                list.path(),
                firms,
                page,
                pages,
                here + "?show=" + list.path() + "&page=");
    }

    static String here(Tenant tenant, Draft draft, TrialRow row) {
        return RuleHeads.here(tenant, draft.id()) + "/trial/" + row.key();
    }

    private static List<PageTab> tabs(List<TrialOutcome> all, boolean compared, TrialList shown, String here) {
        return Arrays.stream(TrialList.values())
                .filter(list -> compared || !list.isComparing())
                .map(list -> new PageTab(
                        list.label(), here + "?show=" + list.path() + "#firms", list == shown, list.count(all)))
                .toList();
    }

    private List<TrialResultView.Firm> firms(Tenant tenant, List<TrialOutcome> shown) {
        Map<Long, RegisterScan.Name> firms =
                register.names(tenant, shown.stream().map(TrialOutcome::id).toList());
        return shown.stream()
                .map(one -> {
                    RegisterScan.Name name = firms.get(one.id());
                    TrialClass before = one.before();
                    return new TrialResultView.Firm(
                            name == null ? "已不在企业库" : name.name(),
                            name == null ? "" : name.creditCode(),
                            name == null ? "" : "/" + tenant.slug() + "/console/enterprises/" + one.id(),
                            one.now().label(),
                            tone(one.now()),
                            one.fen() == 0 ? "—" : TrialWords.money(one.fen()),
                            before == null ? "" : before.label(),
                            one.beforeFen() == 0 ? "—" : TrialWords.money(one.beforeFen()),
                            one.differenceFen() == 0 ? "—" : TrialWords.signed(one.differenceFen()));
                })
                .toList();
    }

    private static String tone(TrialClass of) {
        return switch (of) {
            case GRANTED -> "ok";
            case NOT_MET -> "bad";
            case NOTHING -> "gone";
            case AMOUNT_OPEN, OFFICER, UNKNOWN -> "wait";
        };
    }
}
