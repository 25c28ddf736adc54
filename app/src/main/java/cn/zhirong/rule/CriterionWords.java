package cn.zhirong.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A criterion as one would say it, without a full stop. */
final class CriterionWords {
    private CriterionWords() {}

    static String of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all.parts().isEmpty() ? "没有其他要求" : joined(all.parts(), "，且");
            case Criterion.Some some ->
                some.least() == 1
                        ? joined(some.parts(), "，或者")
                        : "下列" + some.parts().size() + "项中至少" + some.least() + "项：" + joined(some.parts(), "；");
            case Criterion.Not not -> "不属于以下情形：" + nested(not.part());
            case Criterion.Compare compare -> compare(compare);
            case Criterion.Is is ->
                is.yes() ? is.fact().label() : "不存在“" + is.fact().label() + "”的情形";
            case Criterion.OneOf one ->
                one.fact().label() + "为" + codes(one.fact().definition(), one.codes(), "或者");
            case Criterion.Holds holds -> holds(holds);
            case Criterion.Placed placed ->
                placed.fact().label() + (placed.before() ? "不晚于" : "不早于") + moment(placed.moment());
            case Criterion.OldEnough old ->
                old.fact().label() + "至申请日满" + old.span().words();
            case Criterion.Recent recent ->
                recent.fact().label() + "在近" + recent.span().words() + "内";
            case Criterion.InYear in ->
                in.fact().label() + (in.fact().type() == FactType.DATE ? "在" : "为") + year(in.yearsBack());
            case Criterion.InQuarter in -> in.fact().label() + "在" + quarter(in.quartersBack());
            case Criterion.Names names ->
                names.fact().label() + "就是这一" + names.outer().unit()
                        + names.outer().label();
            case Criterion.AskedWithin within -> "在" + Words.range(within.days()) + "期间申请";
            case Criterion.Judged judged -> "经办认定" + judged.fact().label();
        };
    }

    private static String compare(Criterion.Compare compare) {
        Kind kind = compare.left().kind();
        String right = FormulaWords.of(compare.right());
        if (compare.left() instanceof Formula.CountOf count && isNone(compare)) {
            return "没有" + FormulaWords.counted(count);
        }
        if (compare.left() instanceof Formula.CountOf count) {
            return FormulaWords.counted(count)
                    + compare.comparison().words(kind)
                    + right
                    + count.list().definition().unit();
        }
        String unit = kind == Kind.COUNT
                        && compare.left() instanceof Formula.FromFact from
                        && compare.right() instanceof Formula.Constant
                ? from.fact().definition().unit()
                : "";
        return FormulaWords.of(compare.left()) + compare.comparison().words(kind) + right + unit;
    }

    private static boolean isNone(Criterion.Compare compare) {
        boolean zero = compare.right() instanceof Formula.Constant constant && constant.number() == 0;
        return zero && (compare.comparison() == Comparison.AT_MOST || compare.comparison() == Comparison.EQUAL);
    }

    private static String holds(Criterion.Holds holds) {
        FactDefinition definition = holds.fact().definition();
        return switch (holds.howMany()) {
            case ANY -> definition.label() + "有" + codes(definition, holds.codes(), "或者");
            case EVERY -> definition.label() + "同时有" + codes(definition, holds.codes(), "和");
            case NONE -> definition.label() + "没有" + codes(definition, holds.codes(), "，也没有");
        };
    }

    private static String codes(FactDefinition definition, Iterable<String> codes, String last) {
        List<String> labels = new ArrayList<>();
        codes.forEach(code -> labels.add(definition.codeLabel(code)));
        int end = labels.size() - 1;
        return end < 1 ? String.join("", labels) : String.join("、", labels.subList(0, end)) + last + labels.get(end);
    }

    static String moment(Moment moment) {
        return switch (moment) {
            case Moment.Asked asked -> "申请日";
            case Moment.Fixed fixed -> Words.day(fixed.day());
            case Moment.OfFact of -> of.fact().label();
            case Moment.Moved moved -> {
                Span by = moved.by();
                String pick =
                        moved.pick().words().isEmpty() ? "" : "的" + moved.pick().words();
                String shift = by.months() == 0 && by.days() == 0
                        ? ""
                        : by.months() < 0 || by.days() < 0 ? "之前" + by.words() : "之后" + by.words();
                yield moment(moved.of()) + pick + shift;
            }
        };
    }

    private static String year(int yearsBack) {
        return switch (yearsBack) {
            case 0 -> "申请当年";
            case 1 -> "申请的上一年";
            default -> "申请前第" + yearsBack + "年";
        };
    }

    private static String quarter(int quartersBack) {
        return switch (quartersBack) {
            case 0 -> "申请当季";
            case 1 -> "申请的上一季度";
            default -> "申请前第" + quartersBack + "个季度";
        };
    }

    private static String joined(List<Criterion> parts, String by) {
        return parts.stream().map(CriterionWords::nested).collect(Collectors.joining(by));
    }

    private static String nested(Criterion part) {
        boolean single = part instanceof Criterion.Leaf
                || (part instanceof Criterion.Some some && some.parts().size() == 1)
                || (part instanceof Criterion.All all && all.parts().size() == 1);
        return single ? of(part) : "（" + of(part) + "）";
    }
}
