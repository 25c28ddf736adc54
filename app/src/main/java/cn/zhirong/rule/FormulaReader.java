package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.bundle.YamlValue;
import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.kernel.Rate;
import cn.zhirong.kernel.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads formulas: a number with its unit, or a mapping. What is wrong is noted, and zero stands in for it. */
final class FormulaReader {
    private FormulaReader() {}

    /** The formula at a key; when {@code kind} is given, of that kind. */
    static Formula read(YamlMap map, String key, @Nullable Kind kind, Reading reading, ProvisionReference around) {
        Optional<YamlValue> value = map.value(key);
        return value.isEmpty() ? zero(kind) : read(value.get(), kind, reading, around);
    }

    /** What a benefit grants: a formula, or a ladder. Payments are taken off a ladder, so it stands nowhere inside a formula. */
    static Formula amount(YamlMap benefit, Reading reading, ProvisionReference around) {
        Optional<YamlValue> value = benefit.value("amount");
        if (value.isEmpty()) {
            return zero(Kind.MONEY);
        }
        Optional<YamlMap> ladder = value.filter(written -> written.text() == null)
                .flatMap(YamlValue::map)
                .filter(map -> map.has("stages"));
        if (ladder.isEmpty()) {
            return read(value.get(), Kind.MONEY, reading, around);
        }
        YamlMap map = ladder.get();
        reading.another(map, "stages");
        ProvisionReference clause = map.has("provision") ? reading.provision(map, around) : around;
        Formula formula = LadderReader.read(map, reading, clause);
        map.finish();
        return formula;
    }

    private static Formula read(YamlValue value, @Nullable Kind kind, Reading reading, ProvisionReference around) {
        String text = value.text();
        if (text != null) {
            Optional<Formula.Constant> constant = LiteralReader.read(text, kind);
            if (constant.isEmpty()) {
                value.error("“" + text + "”不对：" + LiteralReader.hint(kind));
            }
            return constant.isPresent() ? constant.get() : zero(kind);
        }
        Optional<YamlMap> mapping = value.map();
        if (mapping.isEmpty() || !reading.another(mapping.get(), "provision")) {
            value.error(mapping.isEmpty() ? LiteralReader.hint(kind) : "算式太多");
            return zero(kind);
        }
        YamlMap map = mapping.get();
        ProvisionReference clause = map.has("provision") ? reading.provision(map, around) : around;
        Formula formula = form(map, kind, reading, clause);
        map.finish();
        if (kind != null && formula.kind() != kind) {
            value.error("这里" + LiteralReader.hint(kind));
            return zero(kind);
        }
        return formula;
    }

    private static Formula form(YamlMap map, @Nullable Kind kind, Reading reading, ProvisionReference around) {
        if (map.has("parameter")) {
            return parameter(map, reading);
        }
        if (map.has("share")) {
            Formula rate = read(map, "share", Kind.RATE, reading, around);
            return new Formula.Share(read(map, "of", kind, reading, around), rate, rounding(map, reading));
        }
        if (map.has("times")) {
            Formula count = read(map, "times", Kind.COUNT, reading, around);
            return new Formula.Times(read(map, "each", kind, reading, around), count);
        }
        if (map.has("sum")) {
            return new Formula.Sum(list(map, "sum", kind, reading, around));
        }
        if (map.has("least")) {
            return new Formula.Least(list(map, "least", kind, reading, around));
        }
        if (map.has("greatest")) {
            return new Formula.Greatest(list(map, "greatest", kind, reading, around));
        }
        if (map.has("less")) {
            Formula from = read(map, "from", kind, reading, around);
            return new Formula.Difference(from, read(map, "less", from.kind(), reading, around));
        }
        if (map.has("without-tax")) {
            Formula of = read(map, "without-tax", Kind.MONEY, reading, around);
            return new Formula.WithoutTax(of, read(map, "tax", Kind.RATE, reading, around), rounding(map, reading));
        }
        if (map.has("rescale")) {
            Formula of = read(map, "rescale", Kind.MONEY, reading, around);
            Formula from = read(map, "from-rate", Kind.RATE, reading, around);
            Formula to = read(map, "to-rate", Kind.RATE, reading, around);
            Formula whenZero = read(map, "if-zero", Kind.MONEY, reading, around);
            return new Formula.Rescaled(of, from, to, whenZero, rounding(map, reading));
        }
        if (map.has("interest-on")) {
            return interest(map, reading, around);
        }
        if (map.has("brackets")) {
            return BracketReader.read(map, kind, reading, around);
        }
        if (map.has("choose")) {
            return choose(map, kind, reading, around);
        }
        if (map.has("multiply")) {
            Formula of = read(map, "multiply", kind, reading, around);
            Formula by = read(map, "by", Kind.RATE, reading, around);
            Criterion when = CriterionReader.list(map, "when", reading, around);
            return new Formula.Multiplied(of, by, when, rounding(map, reading));
        }
        if (map.has("count")) {
            return count(map, reading, around);
        }
        if (map.has("total")) {
            FactRef list = reading.list(map, "in");
            Reading among = reading.among(list.definition());
            Formula each = read(map, "total", kind, among, around);
            return new Formula.TotalOf(list, each, CriterionReader.list(map, "where", among, around));
        }
        if (map.has("stages")) {
            map.error("stages", "分阶段的金额只能写在补助内容的“amount”里，不能写在其他算式、条件或者上限里");
            map.takeAll();
            return zero(kind);
        }
        if (map.has("of")) {
            Formula of = read(map, "of", kind, reading, around);
            Formula floor = map.has("at-least") ? read(map, "at-least", of.kind(), reading, around) : null;
            Formula cap = map.has("at-most") ? read(map, "at-most", of.kind(), reading, around) : null;
            checkLimits(map, floor, cap);
            return new Formula.Limited(of, floor, cap, around);
        }
        if (map.has("fact") || map.has("field")) {
            return fact(map, kind, reading);
        }
        map.error(
                "of",
                "不是算式：需要有fact、field、parameter、share、times、sum、least、greatest、less、of、without-tax、rescale、interest-on、brackets、choose、multiply、count、total或者stages");
        map.takeAll();
        return zero(kind);
    }

    private static Formula fact(YamlMap map, @Nullable Kind kind, Reading reading) {
        FactRef fact = reading.reference(map);
        return switch (fact.type()) {
            case MONEY, RATE, COUNT -> new Formula.FromFact(fact);
            case FLAG, DATE, CODE, CODES, RECORDS -> {
                if (Reading.isKnown(fact)) {
                    map.error(map.has("field") ? "field" : "fact", "“" + fact.label() + "”不是数");
                }
                yield zero(kind);
            }
        };
    }

    private static Formula parameter(YamlMap map, Reading reading) {
        String name = map.text("parameter");
        String label = reading.vocabulary.parameters().get(name);
        if (label == null && !name.isEmpty()) {
            map.error(
                    "parameter",
                    "没有名为“" + name + "”的参数，可以是："
                            + String.join(
                                    "、",
                                    new TreeSet<>(
                                            reading.vocabulary.parameters().keySet())));
        }
        Moment on = MomentYaml.read(map, "on", reading);
        long plus = map.has("plus") ? points(map, "plus") : map.has("minus") ? -points(map, "minus") : 0;
        return new Formula.FromParameter(name, label == null ? name : label, on, plus);
    }

    private static long points(YamlMap map, String key) {
        String text = map.text(key);
        Optional<Rate> rate = Rate.written(text);
        if (rate.isEmpty() && !text.isEmpty()) {
            map.error(key, "“" + text + "”不对：" + LiteralReader.hint(Kind.RATE));
        }
        return rate.map(Rate::ppm).orElse(0L);
    }

    private static Formula interest(YamlMap map, Reading reading, ProvisionReference around) {
        return new Formula.Interest(
                read(map, "interest-on", Kind.MONEY, reading, around),
                read(map, "at", Kind.RATE, reading, around),
                MomentYaml.read(map, "from", reading),
                MomentYaml.read(map, "until", reading),
                days(map, "days-of-year", 360, 366),
                map.has("most-days") ? days(map, "most-days", 1, 36_600) : 0,
                rounding(map, reading));
    }

    private static int days(YamlMap map, String key, int least, int most) {
        String text = map.text(key);
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            map.error(key, "“" + key + "”应当是" + least + "到" + most + "之间的整数");
            return least;
        }
        return number;
    }

    private static Formula choose(YamlMap map, @Nullable Kind kind, Reading reading, ProvisionReference around) {
        Formula otherwise = read(map, "otherwise", kind, reading, around);
        List<Formula.Choice> choices = new ArrayList<>();
        for (YamlMap choice : map.maps("choose")) {
            ProvisionReference clause = choice.has("provision") ? reading.provision(choice, around) : around;
            Criterion when = CriterionReader.list(choice, "when", reading, clause);
            choices.add(new Formula.Choice(when, read(choice, "result", otherwise.kind(), reading, clause)));
            choice.finish();
        }
        return new Formula.Choose(choices, otherwise);
    }

    static Formula.CountOf count(YamlMap map, Reading reading, ProvisionReference around) {
        FactRef list = reading.list(map, "count");
        Criterion where = CriterionReader.list(map, "where", reading.among(list.definition()), around);
        return new Formula.CountOf(list, where);
    }

    private static List<Formula> list(
            YamlMap map, String key, @Nullable Kind kind, Reading reading, ProvisionReference around) {
        List<Formula> formulas = new ArrayList<>();
        for (YamlValue value : map.values(key)) {
            Kind expected = formulas.isEmpty() ? kind : formulas.getFirst().kind();
            formulas.add(read(value, expected, reading, around));
        }
        return formulas.isEmpty() ? List.of(zero(kind)) : formulas;
    }

    private static void checkLimits(YamlMap map, @Nullable Formula floor, @Nullable Formula cap) {
        if (floor == null && cap == null) {
            map.error("of", "应当写明最低（at-least）或者最高（at-most）");
        }
        if (floor instanceof Formula.Constant low
                && cap instanceof Formula.Constant high
                && low.number() > high.number()) {
            map.error("at-most", "最高" + LiteralReader.written(high) + "低于最低" + LiteralReader.written(low));
        }
    }

    static Rounding rounding(YamlMap map, Reading reading) {
        return map.has("rounding") ? map.word("rounding", Rounding.class) : reading.rounding;
    }

    static Formula zero(@Nullable Kind kind) {
        return new Formula.Constant(kind == null ? Kind.MONEY : kind, 0);
    }
}
