package cn.zhirong.drafting;

import cn.zhirong.drafting.Slot.Option;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a condition of a form may be tested, by what it asks of. */
final class FormComparisons {
    private static final List<Option> NUMBER_TESTS = FormWords.options(
            "at-least",
            "不低于",
            "more-than",
            "高于",
            "at-most",
            "不高于",
            "less-than",
            "低于",
            "equals",
            "等于",
            "differs-from",
            "不等于");
    private static final List<Option> FLAG_TESTS = FormWords.options("yes", "是", "no", "否");
    private static final List<Option> CODE_TESTS = FormWords.options("one-of", "是其中之一");
    private static final Option NAMES = new Option(ConditionForm.NAMES, "就是外面那一条的编号");
    private static final List<Option> CODES_TESTS =
            FormWords.options("has-any", "有其中之一", "has-all", "全都有", "has-none", "一个都没有");
    private static final List<Option> DATE_TESTS = FormWords.options(
            "not-after",
            "不晚于",
            "not-before",
            "不早于",
            "at-least-ago",
            "距申请日至少",
            "within-last",
            "在近多久内",
            "quarters-before-asked",
            "在申请前第几个季度",
            "years-before-asked",
            "在申请前第几年");
    /** A number may be a year. */
    private static final List<Option> COUNT_TESTS = Stream.concat(
                    NUMBER_TESTS.stream(), Stream.of(DATE_TESTS.getLast()))
            .toList();

    private FormComparisons() {}

    /**
     * How a condition on this may be tested.
     *
     * @param namer the list of the record that a word can be the name of; null where there is none
     */
    static List<Option> of(@Nullable FactType type, @Nullable FactDefinition namer) {
        return namer == null || type != FactType.CODE
                ? of(type)
                : List.of(
                        CODE_TESTS.getFirst(),
                        new Option(NAMES.value(), "就是这一" + namer.unit() + namer.label() + "的编号"));
    }

    private static List<Option> of(@Nullable FactType type) {
        return switch (type) {
            case null -> NUMBER_TESTS;
            case MONEY, RATE, RECORDS -> NUMBER_TESTS;
            case COUNT -> COUNT_TESTS;
            case FLAG -> FLAG_TESTS;
            case CODE -> CODE_TESTS;
            case CODES -> CODES_TESTS;
            case DATE -> DATE_TESTS;
        };
    }

    /** Every test there is. */
    static List<Option> all() {
        return Stream.of(NUMBER_TESTS, FLAG_TESTS, CODE_TESTS, List.of(NAMES), CODES_TESTS, DATE_TESTS)
                .flatMap(List::stream)
                .toList();
    }
}
