package cn.zhirong.drafting;

import cn.zhirong.drafting.Slot.Option;
import cn.zhirong.rule.Beneficiary;
import cn.zhirong.rule.CapScope;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Relation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All that a form of a rule can say, besides conditions and days: the rule itself and every kind of algorithm. */
final class Grammar {
    static final List<Option> ROUNDINGS =
            List.of(new Option("down", "舍去尾数"), new Option("half-up", "四舍五入"), new Option("up", "尾数进一"));
    private static final List<Option> YES_NO = List.of(new Option("true", "是"), new Option("false", "否"));
    private static final Slot CLAUSE = new Slot.Clause(false);
    private static final Slot OTHER_CLAUSE = new Slot.Clause(true);
    private static final Slot ROUNDING = new Slot.Choice("rounding", "取整", with(new Option("", "按规则的取整"), ROUNDINGS));

    /** What stands at the head of a rule. */
    static final List<Slot> HEAD = List.of(
            new Slot.Text("rule", "规则编码", "小写字母、数字和连字符"),
            new Slot.Text("name", "名称", ""),
            new Slot.Text("policy", "政策编码", "选政策时自动填写"),
            new Slot.Text("title", "政策名称", "不带书名号"),
            new Slot.Text("version", "政策版本", "文号或者年份"),
            new Slot.Flag("draft-for-comment", "征求意见稿", YES_NO),
            new Slot.Text("effective-from", "施行日期", "例如 2026-01-01"),
            new Slot.Text("effective-until", "失效日期", "没有就空着"),
            new Slot.Choice("rounding", "取整方式", ROUNDINGS),
            new Slot.Text("round-to", "取整到", "例如 1元、100元；空着为分"),
            new Slot.Name("each", "逐条计算的清单", List.of(FactType.RECORDS)));

    static final Slot CONDITIONS = new Slot.Conditions("conditions", "对企业的条件", false);
    static final Slot ITEM_CONDITIONS = new Slot.Conditions("item-conditions", "对每一条的条件", true);

    static final Slot.Rows BENEFITS = new Slot.Rows(
            "benefits",
            "补助内容",
            "补助内容",
            List.of(
                    new Slot.Text("id", "编码", "小写字母、数字和连字符，例如 interest"),
                    new Slot.Text("label", "名称", "例如 贴息"),
                    new Slot.Choice(
                            "to",
                            "付给",
                            Stream.of(Beneficiary.values())
                                    .map(to -> new Option(word(to), to.label()))
                                    .toList()),
                    new Slot.Name("payee", "机构由哪一项确定", List.of(FactType.CODE)),
                    CLAUSE,
                    new Slot.Amount("amount", "金额", false, false),
                    new Slot.Rows(
                            "shares",
                            "分给各方",
                            "一方",
                            List.of(
                                    new Slot.Choice(
                                            "to",
                                            "付给",
                                            Stream.of(Beneficiary.values())
                                                    .map(to -> new Option(word(to), to.label()))
                                                    .toList()),
                                    new Slot.Text("share", "比例", "例如 80%；各方之和为100%")))));

    static final Slot.Rows CAPS = new Slot.Rows(
            "caps",
            "上限",
            "上限",
            List.of(
                    new Slot.Choice(
                            "per",
                            "范围",
                            Stream.of(CapScope.values())
                                    .map(scope -> new Option(word(scope), scope.label()))
                                    .toList()),
                    new Slot.Text("of", "只对哪项补助内容（编码）", "空着为全部"),
                    new Slot.Text("group", "分组编码", "只有“各项”的上限要填"),
                    CLAUSE,
                    new Slot.Amount("at-most", "不超过", false, false)));

    static final Slot.Rows RELATIONS = new Slot.Rows(
            "relations",
            "与其他规则的关系",
            "关系",
            List.of(
                    new Slot.Edge(
                            "with",
                            "规则或者分组的编码",
                            "",
                            Stream.of(Relation.Way.values())
                                    .map(way -> new Option(word(way), way.label()))
                                    .toList()),
                    CLAUSE));

    private Grammar() {}

    /** The kinds of algorithm; the first key that is there decides, in this order. */
    enum Kind {
        PARAMETER(
                "parameter",
                "利率参数",
                new Slot.Choice("parameter", "参数", List.of()),
                new Slot.Day("on", "取哪一天的"),
                new Slot.Edge("points", "加减点", "例如 30bp", List.of(new Option("plus", "加"), new Option("minus", "减")))),
        SHARE("share", "基数 × 比例", amount("of", "基数"), amount("share", "比例"), ROUNDING),
        TIMES("times", "每个给多少 × 个数", amount("each", "每个"), amount("times", "个数")),
        SUM("sum", "几项相加", new Slot.Amounts("sum", "各项")),
        LEAST("least", "取最低的", new Slot.Amounts("least", "各项")),
        GREATEST("greatest", "取最高的", new Slot.Amounts("greatest", "各项")),
        DIFFERENCE("less", "相减（不低于0）", amount("from", "从"), amount("less", "减去")),
        WITHOUT_TAX("without-tax", "除去税款", amount("without-tax", "含税金额"), amount("tax", "税率"), ROUNDING),
        RESCALED(
                "rescale",
                "按另一个利率折算",
                amount("rescale", "原来的金额"),
                amount("from-rate", "原来的利率"),
                amount("to-rate", "折算到的利率"),
                amount("if-zero", "原来的利率为0时"),
                ROUNDING),
        INTEREST(
                "interest-on",
                "利息",
                amount("interest-on", "本金"),
                amount("at", "年利率"),
                new Slot.Day("from", "起息日"),
                new Slot.Day("until", "止息日"),
                new Slot.Text("days-of-year", "一年按几天", "360、365或者366"),
                new Slot.Text("most-days", "最多几天", "没有就空着"),
                ROUNDING),
        BRACKETS(
                "brackets",
                "分档",
                new Slot.Choice(
                        "brackets",
                        "算法",
                        List.of(new Option("whole", "落在哪一档就按哪一档"), new Option("marginal", "每一档的部分按那一档的比例"))),
                amount("measure", "按什么分档"),
                new Slot.Amount("of", "分段计算的基数（与分档的数不同时填）", true, false),
                new Slot.Rows(
                        "rows",
                        "各档",
                        "一档",
                        List.of(
                                new Slot.Edge(
                                        "lower",
                                        "下限",
                                        "第一档可以空着",
                                        List.of(new Option("above", "超过（不含）"), new Option("from", "不低于（含）"))),
                                new Slot.Edge(
                                        "upper",
                                        "上限",
                                        "最后一档空着",
                                        List.of(new Option("up-to", "不超过（含）"), new Option("below", "不足（不含）"))),
                                OTHER_CLAUSE,
                                amount("result", "金额或者比例"))),
                ROUNDING),
        CHOOSE(
                "choose",
                "分情形",
                new Slot.Rows(
                        "choose",
                        "各种情形",
                        "一种情形",
                        List.of(OTHER_CLAUSE, new Slot.Conditions("when", "情形", false), amount("result", "金额或者比例"))),
                amount("otherwise", "其他情形")),
        MULTIPLIED(
                "multiply",
                "符合条件时乘以倍数",
                amount("multiply", "原来的数"),
                amount("by", "倍数"),
                new Slot.Conditions("when", "什么情形下", false),
                ROUNDING),
        COUNT(
                "count",
                "清单里的个数",
                new Slot.Name("count", "清单", List.of(FactType.RECORDS)),
                new Slot.Conditions("where", "只数符合这些条件的", true)),
        TOTAL(
                "total",
                "清单里的合计",
                new Slot.Name("in", "清单", List.of(FactType.RECORDS)),
                new Slot.Amount("total", "加哪一项", false, true),
                new Slot.Conditions("where", "只加符合这些条件的", true)),
        LADDER(
                "stages",
                "分阶段（阶梯）",
                new Slot.Choice(
                        "mode", "各阶段的金额", List.of(new Option("steps", "每个阶段另外给"), new Option("totals", "累计到该阶段"))),
                new Slot.Flag("catch-up", "前面的阶段可以补领", YES_NO),
                new Slot.Texts("deducts", "还要扣除哪些规则已拨付的", "规则编码，用、分开"),
                new Slot.Rows(
                        "stages",
                        "阶段",
                        "一个阶段",
                        List.of(
                                new Slot.Text("stage", "编码", "小写字母、数字和连字符"),
                                new Slot.Text("label", "名称", ""),
                                new Slot.Name("reached", "达到的日期", List.of(FactType.DATE)),
                                new Slot.Text("claim-within", "达到后多久内申请", "例如 2年；空着为不限"),
                                new Slot.Name("withdrawn", "撤回的日期", List.of(FactType.DATE)),
                                OTHER_CLAUSE,
                                amount("amount", "金额")))),
        LIMITED(
                "of",
                "有最低或者最高",
                amount("of", "原来的数"),
                new Slot.Amount("at-least", "最低", true, false),
                new Slot.Amount("at-most", "最高", true, false));

        private final String key;
        private final String label;
        private final List<Slot> slots;

        Kind(String key, String label, Slot... slots) {
            this.key = key;
            this.label = label;
            this.slots = List.of(slots);
        }

        /** The key that only this kind has. */
        String key() {
            return key;
        }

        String label() {
            return label;
        }

        /** How a form names it. */
        String word() {
            return Grammar.word(this);
        }

        /** What it asks for; the last is always a clause of its own. */
        List<Slot> slots() {
            return Stream.concat(slots.stream(), Stream.of(OTHER_CLAUSE)).toList();
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Slot amount(String key, String label) {
        return new Slot.Amount(key, label, false, false);
    }

    private static List<Option> with(Option first, List<Option> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
