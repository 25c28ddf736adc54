package cn.zhirong.rule;

import cn.zhirong.kernel.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A formula as one would say it. */
final class FormulaWords {
    private FormulaWords() {}

    static String of(Formula formula) {
        return switch (formula) {
            case Formula.Constant constant -> constant.kind().words(constant.number());
            case Formula.FromFact from -> from.fact().label();
            case Formula.FromParameter from ->
                CriterionWords.moment(from.on()) + "的" + from.label() + points(from.plusPpm());
            case Formula.Share share -> share(share);
            case Formula.Times times -> "每" + unit(times.count()) + of(times.each()) + "乘以" + of(times.count());
            case Formula.Sum sum -> joined(sum.parts(), "加") + "之和";
            case Formula.Least least -> joined(least.parts(), "、") + "中的最低者";
            case Formula.Greatest greatest -> joined(greatest.parts(), "、") + "中的最高者";
            case Formula.Difference difference -> of(difference.from()) + "减去" + of(difference.less()) + "（不低于0）";
            case Formula.Limited limited -> of(limited.of()) + limits(limited);
            case Formula.WithoutTax without ->
                of(without.of()) + "（除去按" + of(without.rate()) + "计算的税，"
                        + without.rounding().words() + "）";
            case Formula.Rescaled rescaled ->
                of(rescaled.of()) + "从" + of(rescaled.from()) + "折算到" + of(rescaled.to()) + "（前者为0的，取"
                        + of(rescaled.whenZero()) + "）";
            case Formula.Interest interest -> interest(interest);
            case Formula.Brackets brackets -> brackets(brackets);
            case Formula.Choose choose -> choose(choose);
            case Formula.Multiplied multiplied ->
                of(multiplied.of()) + "（" + CriterionWords.of(multiplied.when()) + "的，按" + factor(multiplied.by())
                        + "计算）";
            case Formula.CountOf count -> counted(count) + "的" + measureWord(count) + "数";
            case Formula.TotalOf total -> where(total.where()) + total.list().label() + "的" + of(total.each()) + "合计";
            case Formula.Ladder ladder -> ladder(ladder);
        };
    }

    /** The things counted, with their condition in front. */
    static String counted(Formula.CountOf count) {
        return where(count.where()) + count.list().label();
    }

    /** The range of a row, such as 超过1000万元、不超过5000万元. */
    static String row(Formula.Brackets brackets, int at) {
        Kind kind = brackets.measure().kind();
        Formula.Row row = brackets.rows().get(at);
        String lower = "";
        if (at > 0) {
            Formula.Row before = brackets.rows().get(at - 1);
            Long limit = before.limit();
            lower = limit == null ? "" : (before.inclusive() ? "超过" : "不低于") + kind.words(limit);
        }
        Long limit = row.limit();
        String upper = limit == null ? "" : (row.inclusive() ? "不超过" : "不足") + kind.words(limit);
        return lower.isEmpty() ? (upper.isEmpty() ? "不论大小" : upper) : upper.isEmpty() ? lower : lower + "、" + upper;
    }

    private static String where(Criterion where) {
        return where instanceof Criterion.All all && all.parts().isEmpty()
                ? ""
                : "符合“" + CriterionWords.of(where) + "”的";
    }

    private static String measureWord(Formula.CountOf count) {
        return count.list().definition().unit();
    }

    private static String unit(Formula count) {
        return switch (count) {
            case Formula.FromFact from -> from.fact().definition().unit();
            case Formula.CountOf of -> measureWord(of);
            default -> "个";
        };
    }

    private static String points(long ppm) {
        return ppm == 0 ? "" : (ppm > 0 ? "加" : "减") + bp(Math.abs(ppm)) + "个基点";
    }

    private static String bp(long ppm) {
        return BigDecimal.valueOf(ppm, 2).stripTrailingZeros().toPlainString();
    }

    private static String factor(Formula by) {
        return by instanceof Formula.Constant constant ? new Rate(constant.number()).factor() : of(by);
    }

    private static String share(Formula.Share share) {
        if (share.rate() instanceof Formula.Constant constant) {
            boolean factor = constant.number() > Rate.ONE_PPM;
            return nested(share.of()) + "的" + (factor ? new Rate(constant.number()).factor() : of(constant));
        }
        return nested(share.of()) + "乘以" + nested(share.rate());
    }

    private static String limits(Formula.Limited limited) {
        String floor = limited.atLeast() == null ? "" : "，最低" + of(limited.atLeast());
        return floor + (limited.atMost() == null ? "" : "，最高" + of(limited.atMost()));
    }

    private static String interest(Formula.Interest interest) {
        String most = interest.mostDays() == 0 ? "" : "，最多" + interest.mostDays() + "天";
        return nested(interest.principal()) + "按年利率" + nested(interest.rate()) + "从"
                + CriterionWords.moment(interest.from()) + "到" + CriterionWords.moment(interest.until())
                + "计算的利息（一年按" + interest.daysOfYear() + "天" + most + "）";
    }

    static String rowWithResult(Formula.Brackets brackets, int at) {
        String result = of(brackets.rows().get(at).result());
        return row(brackets, at) + "的" + (brackets.marginal() ? "部分按" + result : "，" + result);
    }

    private static String brackets(Formula.Brackets brackets) {
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < brackets.rows().size(); at++) {
            rows.add(rowWithResult(brackets, at));
        }
        String head = brackets.marginal()
                ? of(brackets.of())
                        + (brackets.of().equals(brackets.measure()) ? "分段计算" : "按" + of(brackets.measure()) + "分段计算")
                : "按" + of(brackets.measure()) + "分档";
        return head + "（" + String.join("；", rows) + "）";
    }

    private static String choose(Formula.Choose choose) {
        String choices = choose.choices().stream()
                .map(choice -> CriterionWords.of(choice.when()) + "的，" + of(choice.result()))
                .collect(Collectors.joining("；"));
        return "（" + choices + "；其他的，" + of(choose.otherwise()) + "）";
    }

    private static String ladder(Formula.Ladder ladder) {
        String stages = ladder.stages().stream()
                .map(stage -> stage.label()
                        + (ladder.totals() ? "累计" : "")
                        + of(stage.amount())
                        + (stage.claimWithin() == null
                                ? ""
                                : "（达到后" + stage.claimWithin().words() + "内申请）")
                        + (stage.withdrawn() == null ? "" : "（撤回的退还）"))
                .collect(Collectors.joining("、"));
        return "分阶段（" + stages + "）" + (ladder.catchUp() ? "，前面的阶段可以补领" : "") + "，扣除已拨付的金额";
    }

    private static String joined(List<Formula> parts, String by) {
        return parts.stream().map(FormulaWords::nested).collect(Collectors.joining(by));
    }

    private static String nested(Formula formula) {
        boolean simple = switch (formula) {
            case Formula.Constant constant -> true;
            case Formula.FromFact from -> true;
            case Formula.FromParameter from -> true;
            case Formula.Share share -> share.rate() instanceof Formula.Constant;
            default -> false;
        };
        return simple ? of(formula) : "（" + of(formula) + "）";
    }
}
