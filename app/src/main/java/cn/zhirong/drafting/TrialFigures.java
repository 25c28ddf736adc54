package cn.zhirong.drafting;

import cn.zhirong.drafting.TrialResult.Rationed;
import cn.zhirong.drafting.TrialResult.Side;
import cn.zhirong.policy.PageFact;
import cn.zhirong.subsidy.RationingWay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a trial in words; firms are counted, or applications. */
final class TrialFigures {
    private final TrialSettings settings;
    private final String unit;

    TrialFigures(TrialSettings settings) {
        this.settings = settings;
        this.unit = settings.source().unit();
    }

    /** @param by who asked for it, by name */
    List<PageFact> facts(String by, TrialRow row, @Nullable TrialResult result) {
        Integer inForce = settings.inForce();
        String firms =
                result == null ? "" : "，" + TrialWords.number(result.draft().firms()) + " " + unit;
        return List.of(
                new PageFact("试算于", TrialPages.TIME.format(row.askedAt()) + "，" + by),
                new PageFact("按哪一天", settings.day().toString()),
                new PageFact("对象", settings.source().label() + firms),
                new PageFact("对照", inForce == null ? "没有现行规则" : "现行第" + inForce + "版"),
                new PageFact("用时", result == null ? "" : (row.millis() + 999) / 1_000 + " 秒"));
    }

    String note() {
        return (settings.source() == TrialSettings.Source.REGISTER
                        ? "金额按企业库现有资料计算。企业库里没有的（例如贷款合同、发票）算作待补充。"
                        : "金额按以往申请时的资料计算，按申请时间先后排队。")
                + (settings.supposesJudged() ? "需要经办判断的事项视为符合。" : "")
                + "机构的封顶只计已经拨付的金额。";
    }

    List<TrialResultView.Figure> of(TrialResult result) {
        Side draft = result.draft();
        Side before = result.before();
        List<TrialResultView.Figure> figures = new ArrayList<>();
        int granted = draft.count(TrialClass.GRANTED);
        figures.add(new TrialResultView.Figure(
                "可得补贴",
                TrialWords.number(granted) + " " + unit,
                before == null ? "" : "现行 " + TrialWords.number(before.count(TrialClass.GRANTED)) + " " + unit));
        figures.add(new TrialResultView.Figure(
                "补贴总额",
                TrialWords.money(draft.totalFen()),
                before == null ? "" : "现行 " + TrialWords.money(before.totalFen())));
        if (before != null) {
            figures.add(new TrialResultView.Figure("比现行", TrialWords.signed(draft.totalFen() - before.totalFen()), ""));
        }
        figures.add(new TrialResultView.Figure(
                "中间的一" + unit + "得", TrialWords.money(draft.medianFen()), "最高 " + TrialWords.money(draft.mostFen())));
        figures.add(new TrialResultView.Figure(
                "待定各项都符合时，再加",
                TrialWords.money(draft.possibleFen()),
                "涉及 " + TrialWords.number(draft.possibleFirms()) + " " + unit));
        return figures;
    }

    static List<TrialResultView.Change> changes(TrialResult result, String here) {
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

    List<TrialResultView.Rationing> rationings(TrialResult result, RationingWay chosen) {
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

    private String usedUp(Rationed one) {
        if (one.way() == RationingWay.PRO_RATA) {
            return one.reduced() + one.none() == 0 ? "够用" : "每" + unit + "得应得的 " + TrialWords.percent(one.share());
        }
        if (one.usedUpAt() == null) {
            return "够用";
        }
        LocalDate day = one.usedUpOn();
        return "到第 " + TrialWords.number(one.usedUpAt()) + " " + unit + (day == null ? "" : "，约 " + day);
    }
}
