package cn.zhirong.subsidy;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Value;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Single values as people type them, and as they read them. Lists of records are not single values. */
public final class FactWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    private static final LocalDate FIRST_DAY = LocalDate.of(1949, 10, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final Set<String> NOT_YET = Set.of(Value.Day.NEVER_WORDS, "没有", "尚未", "无");

    private FactWords() {}

    /**
     * What was typed, by the type of its fact: amounts and rates with their unit, or without one in 万元 and in percent; days as
     * 2026-11-22 or 2026年11月22日, or 还没有; words by themselves or by their Chinese. Empty when it is none, or out of bounds.
     */
    public static Optional<Value> typed(FactDefinition definition, String words) {
        String text = Normalizer.normalize(words, Normalizer.Form.NFKC)
                .replace(",", "")
                .strip();
        try {
            Optional<Value> value = switch (definition.type()) {
                case MONEY -> money(text).map(Value::of);
                case RATE -> rate(text).map(Value::of);
                case COUNT -> count(definition, text);
                case FLAG -> flag(text);
                case DATE -> date(text);
                case CODE -> code(definition, words.strip()).map(Value::of);
                case CODES -> codes(definition, words);
                case RECORDS -> Optional.empty();
            };
            return value.filter(one -> !isBelowNothing(definition, one));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether facts can speak of that day: it is reckoned with, and kept. */
    static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** How it should have been typed, naming the bound. */
    public static String hint(FactDefinition definition) {
        return switch (definition.type()) {
            case MONEY ->
                "请填写金额，例如 2000 万元、35000 元，精确到分，"
                        + (definition.name().equals("net-assets") ? "" : "不低于 0，")
                        + "不超过 10 万亿元";
            case RATE -> "请填写比例，例如 3.5%，精确到百万分之一，不低于 0，不超过 10000%";
            case COUNT -> "请填写 0 至 1000000000000 的整数";
            case FLAG -> "请选择是或者否";
            case DATE -> "请填写 1949-10-01 至 2099-12-31 之间的日期，例如 2026-03-31";
            case CODE, CODES ->
                definition.codes().isEmpty()
                        ? "请填写 1 至 60 个字"
                        : "请从这些里选：" + String.join("、", definition.codes().values());
            case RECORDS -> "请逐条填写";
        };
    }

    /** The value as it is typed, so that reading it gives the same value: with units, days as 2026-11-22, words by themselves. */
    public static String written(Value value) {
        return switch (value) {
            case Value.Amount amount -> new Money(amount.number()).words();
            case Value.Share share -> new Rate(share.number()).words();
            case Value.Count count -> Long.toString(count.number());
            case Value.Flag flag -> flag.yes() ? "true" : "false";
            case Value.Day day ->
                day.equals(Value.Day.NEVER) ? Value.Day.NEVER_WORDS : day.day().toString();
            case Value.Code code -> code.code();
            case Value.Codes codes -> String.join(",", codes.codes());
            case Value.Records records -> records.records().size() + "";
        };
    }

    /** The value as people read it. */
    public static String shown(FactDefinition definition, Value value) {
        return switch (value) {
            case Value.Count count -> count.number() + definition.unit();
            case Value.Flag flag -> flag.yes() ? "是" : "否";
            case Value.Day day -> day.equals(Value.Day.NEVER) ? Value.Day.NEVER_WORDS : shown(day.day());
            case Value.Code code -> definition.codeLabel(code.code());
            case Value.Codes codes ->
                codes.codes().isEmpty()
                        ? "无"
                        : String.join(
                                "、",
                                codes.codes().stream()
                                        .map(definition::codeLabel)
                                        .toList());
            case Value.Records records ->
                (records.whole() ? "" : "至少") + records.records().size() + definition.unit();
            default -> written(value);
        };
    }

    private static String shown(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** Whether it is below nothing where nothing can be: only what a firm owns can be less than what it owes. */
    public static boolean isBelowNothing(FactDefinition definition, Value value) {
        return switch (value) {
            case Value.Share share -> share.number() < 0;
            case Value.Amount amount ->
                amount.number() < 0 && !definition.name().equals("net-assets");
            default -> false;
        };
    }

    private static Optional<Value> date(String text) {
        if (NOT_YET.contains(text)) {
            return Optional.of(Value.Day.NEVER);
        }
        LocalDate day = LocalDate.parse(text.replaceAll("[年月/.]", "-").replace("日", ""), DAY);
        return isDay(day) ? Optional.of(Value.of(day)) : Optional.empty();
    }

    private static Optional<Money> money(String typed) {
        // 10万亿 is 100000亿: the largest unit that amounts are written in.
        String text = typed.matches("[0-9]{1,9}万亿元?") ? typed.replace("万亿", "0000亿") : typed;
        String whole = text.matches("-?[0-9]+(\\.[0-9]+)?") ? text + "万元" : text.matches(".*[万亿]") ? text + "元" : text;
        return Money.written(whole.replace(" ", ""));
    }

    private static Optional<Rate> rate(String text) {
        return Rate.written(text.matches("-?[0-9]+(\\.[0-9]+)?") ? text + "%" : text.replace(" ", ""));
    }

    private static Optional<Value> count(FactDefinition definition, String text) {
        String unit = definition.unit();
        String bare = !unit.isEmpty() && text.endsWith(unit)
                ? text.substring(0, text.length() - unit.length()).strip()
                : text;
        return bare.matches("[0-9]{1,13}")
                ? Optional.of(Value.of(new BigDecimal(bare).longValueExact()))
                : Optional.empty();
    }

    private static Optional<Value> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "是", "有" -> Optional.of(Value.of(true));
            case "false", "no", "否", "没有", "无" -> Optional.of(Value.of(false));
            default -> Optional.empty();
        };
    }

    private static Optional<String> code(FactDefinition definition, String word) {
        if (definition.codes().isEmpty()) {
            boolean fits = !word.isEmpty()
                    && word.codePointCount(0, word.length()) <= 60
                    && word.chars().noneMatch(Character::isISOControl);
            return fits ? Optional.of(word) : Optional.empty();
        }
        return definition.codes().entrySet().stream()
                .filter(entry -> entry.getKey().equals(word) || entry.getValue().equals(word))
                .map(entry -> entry.getKey())
                .findFirst();
    }

    private static Optional<Value> codes(FactDefinition definition, String words) {
        List<String> all = Arrays.stream(words.split("[,，、]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        if (all.size() == 1 && (all.getFirst().equals("无") || all.getFirst().equals("没有"))) {
            return Optional.of(Value.ofCodes(List.of()));
        }
        TreeSet<String> codes = new TreeSet<>();
        for (String word : all) {
            Optional<String> code = code(definition, word);
            if (code.isEmpty()) {
                return Optional.empty();
            }
            codes.add(code.get());
        }
        return definition.type() == FactType.CODES ? Optional.of(Value.ofCodes(codes)) : Optional.empty();
    }
}
