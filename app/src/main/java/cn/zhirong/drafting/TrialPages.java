package cn.zhirong.drafting;

import cn.zhirong.drafting.Drafts.Draft;
import cn.zhirong.drafting.RuleHeads.Tab;
import cn.zhirong.drafting.TrialResult.Rationed;
import cn.zhirong.drafting.TrialResult.Side;
import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.policy.PageFact;
import cn.zhirong.policy.PageTab;
import cn.zhirong.subsidy.RationingWay;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a trial into the words and lengths of its page. */
@Singleton
class TrialPages {
    static final int PAGE = 20;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Drafts.ZONE);

    private final TrialRuns runs;
    private final RegisterScan register;

    TrialPages(TrialRuns runs, RegisterScan register) {
        this.runs = runs;
        this.register = register;
    }

    /** The trials of a version, the newest first. */
    List<TrialView.Row> rows(Tenant tenant, Draft draft) {
        return runs.newest(tenant, draft.id()).stream()
                .map(row -> {
                    boolean done = row.state() == TrialRow.State.DONE;
                    boolean running = runs.isRunning(row);
                    Side side = done ? runs.result(row).draft() : null;
                    return new TrialView.Row(
                            TIME.format(row.askedAt()),
                            here(tenant, draft, row),
                            row.askedBy(),
                            runs.settings(row).source().label(),
                            running || done ? row.state().label() : TrialRow.State.FAILED.label(),
                            done ? "ok" : running ? "wait" : "bad",
                            side == null ? "" : TrialWords.number(side.count(TrialClass.GRANTED)) + " 家",
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
        if (!done) {
            return new TrialResultView(
                    head,
                    here,
                    facts(row, settings, null),
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
                facts(row, settings, result),
                false,
                false,
                stale,
                compared,
                note(settings),
                figures(result),
                TrialCharts.classes(result),
                TrialCharts.brackets(result),
                changes(result, here),
                budget == null ? "" : TrialWords.money(budget),
                TrialCharts.curve(result.curve()),
                TrialCharts.budgetLine(result.curve(), budget),
                TrialCharts.curveWords(result, budget),
                TrialWords.money(result.curve().getLast()),
                TrialWords.number(result.draft().count(TrialClass.GRANTED)) + " 家",
                rationings(result, draft.programme().content().rationing()),
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

    private static List<PageFact> facts(TrialRow row, TrialSettings settings, @Nullable TrialResult result) {
        Integer inForce = settings.inForce();
        String firms =
                result == null ? "" : "，" + TrialWords.number(result.draft().firms()) + " 家";
        return List.of(
                new PageFact("试算于", TIME.format(row.askedAt()) + "，" + row.askedBy()),
                new PageFact("按哪一天", settings.day().toString()),
                new PageFact("对象", settings.source().label() + firms),
                new PageFact("对照", inForce == null ? "没有现行规则" : "现行第" + inForce + "版"),
                new PageFact("用时", result == null ? "" : (row.millis() + 999) / 1_000 + " 秒"));
    }

    private static String note(TrialSettings settings) {
        return (settings.source() == TrialSettings.Source.REGISTER
                        ? "金额按企业库现有资料计算。企业库里没有的（例如贷款合同、发票）算作待补充。"
                        : "金额按以往申请时的资料计算，按申请时间先后排队。")
                + (settings.supposesJudged() ? "需要经办判断的事项视为符合。" : "")
                + "机构的封顶只计已经拨付的金额。";
    }

    private static List<TrialResultView.Figure> figures(TrialResult result) {
        Side draft = result.draft();
        Side before = result.before();
        List<TrialResultView.Figure> figures = new ArrayList<>();
        int granted = draft.count(TrialClass.GRANTED);
        figures.add(new TrialResultView.Figure(
                "可得补贴",
                TrialWords.number(granted) + " 家",
                before == null ? "" : "现行 " + TrialWords.number(before.count(TrialClass.GRANTED)) + " 家"));
        figures.add(new TrialResultView.Figure(
                "补贴总额",
                TrialWords.money(draft.totalFen()),
                before == null ? "" : "现行 " + TrialWords.money(before.totalFen())));
        if (before != null) {
            figures.add(new TrialResultView.Figure("比现行", TrialWords.signed(draft.totalFen() - before.totalFen()), ""));
        }
        figures.add(new TrialResultView.Figure(
                "中间的一家得", TrialWords.money(draft.medianFen()), "最高 " + TrialWords.money(draft.mostFen())));
        figures.add(new TrialResultView.Figure(
                "待定各项都符合时，再加",
                TrialWords.money(draft.possibleFen()),
                "涉及 " + TrialWords.number(draft.possibleFirms()) + " 家"));
        return figures;
    }

    private static List<TrialResultView.Change> changes(TrialResult result, String here) {
        return result.changes().stream()
                .map(one -> new TrialResultView.Change(
                        one.change().label(),
                        switch (one.change()) {
                            case NEW, MORE -> "ok";
                            case LESS, LOST -> "bad";
                            case OPEN -> "wait";
                            case SAME, NONE -> "neutral";
                        },
                        TrialWords.number(one.firms()),
                        TrialWords.signed(one.differenceFen()),
                        here + "?show=" + TrialList.of(one.change()).path() + "#firms"))
                .toList();
    }

    private static List<TrialResultView.Rationing> rationings(TrialResult result, RationingWay chosen) {
        return result.rationings().stream()
                .map(one -> one.possible()
                        ? new TrialResultView.Rationing(
                                one.way().label(),
                                one.way() == chosen,
                                one.note(),
                                TrialWords.number(one.full()),
                                TrialWords.number(one.reduced()),
                                TrialWords.number(one.none()),
                                TrialWords.money(one.grantedFen()),
                                TrialWords.money(one.leftFen()),
                                usedUp(one))
                        : new TrialResultView.Rationing(
                                one.way().label(), one.way() == chosen, one.note(), "—", "—", "—", "—", "—", "—"))
                .toList();
    }

    private static String usedUp(Rationed one) {
        if (one.way() == RationingWay.PRO_RATA) {
            return one.reduced() + one.none() == 0 ? "够用" : "每家得应得的 " + TrialWords.percent(one.share());
        }
        if (one.usedUpAt() == null) {
            return "够用";
        }
        LocalDate day = one.usedUpOn();
        return "到第 " + TrialWords.number(one.usedUpAt()) + " 家" + (day == null ? "" : "，约 " + day);
    }

    private static List<PageTab> tabs(List<TrialOutcome> all, boolean compared, TrialList shown, String here) {
        return Arrays.stream(TrialList.values())
                .filter(list -> compared || !list.isComparing())
                .map(list -> new PageTab(
                        list.label(),
                        here + "?show=" + list.path() + "#firms",
                        list == shown,
                        list.of(all).size()))
                .toList();
    }

    private List<TrialResultView.Firm> firms(Tenant tenant, List<TrialOutcome> shown) {
        Map<Long, RegisterScan.Name> names =
                register.names(tenant, shown.stream().map(TrialOutcome::id).toList());
        return shown.stream()
                .map(one -> {
                    RegisterScan.Name name = names.get(one.id());
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
