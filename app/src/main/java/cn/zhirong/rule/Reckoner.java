package cn.zhirong.rule;

import cn.zhirong.kernel.Rate;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Evaluates formulas. What rests on something unknown is unknown, and so is what would not fit into a number. */
final class Reckoner {
    private static final String IN_PART = "清单可能不全";

    private Reckoner() {}

    static Reckoning reckon(Formula formula, Scope scope) {
        try {
            return exact(formula, scope);
        } catch (ArithmeticException | DateTimeException tooLarge) {
            return Reckoning.unknown(formula, List.of()).because("数额超出可以计算的范围");
        }
    }

    private static Reckoning exact(Formula formula, Scope scope) {
        return switch (formula) {
            case Formula.Constant constant -> Reckoning.known(constant, constant.number(), List.of());
            case Formula.FromFact from -> fact(from, scope);
            case Formula.FromParameter from -> parameter(from, scope);
            case Formula.Share share -> {
                List<Reckoning> parts = each(List.of(share.of(), share.rate()), scope);
                yield unlessUnknown(
                        share,
                        parts,
                        () -> share.rounding()
                                .ratio(parts.get(0).number(), parts.get(1).number(), Rate.ONE_PPM));
            }
            case Formula.Times times -> {
                List<Reckoning> parts = each(List.of(times.each(), times.count()), scope);
                yield unlessUnknown(
                        times,
                        parts,
                        () -> Math.multiplyExact(
                                parts.get(0).number(), parts.get(1).number()));
            }
            case Formula.Sum sum -> {
                List<Reckoning> parts = each(sum.parts(), scope);
                yield unlessUnknown(sum, parts, () -> sum(parts));
            }
            case Formula.Least least -> {
                List<Reckoning> parts = each(least.parts(), scope);
                yield unlessUnknown(
                        least,
                        parts,
                        () -> parts.stream().mapToLong(Reckoning::number).min().orElseThrow());
            }
            case Formula.Greatest greatest -> {
                List<Reckoning> parts = each(greatest.parts(), scope);
                yield unlessUnknown(
                        greatest,
                        parts,
                        () -> parts.stream().mapToLong(Reckoning::number).max().orElseThrow());
            }
            case Formula.Difference difference -> {
                List<Reckoning> parts = each(List.of(difference.from(), difference.less()), scope);
                yield unlessUnknown(
                        difference,
                        parts,
                        () -> Math.max(
                                0,
                                Math.subtractExact(
                                        parts.get(0).number(), parts.get(1).number())));
            }
            case Formula.Limited limited -> limited(limited, scope);
            case Formula.WithoutTax without -> {
                List<Reckoning> parts = each(List.of(without.of(), without.rate()), scope);
                yield unlessUnknown(
                        without,
                        parts,
                        () -> without.rounding()
                                .ratio(
                                        parts.get(0).number(),
                                        Rate.ONE_PPM,
                                        Rate.ONE_PPM + parts.get(1).number()));
            }
            case Formula.Rescaled rescaled -> {
                List<Reckoning> parts =
                        each(List.of(rescaled.of(), rescaled.from(), rescaled.to(), rescaled.whenZero()), scope);
                yield unlessUnknown(
                        rescaled,
                        parts,
                        () -> parts.get(1).number() <= 0
                                ? parts.get(3).number()
                                : rescaled.rounding()
                                        .ratio(
                                                parts.get(0).number(),
                                                parts.get(2).number(),
                                                parts.get(1).number()));
            }
            case Formula.Interest interest -> interest(interest, scope);
            case Formula.Brackets brackets -> BracketReckoner.reckon(brackets, scope);
            case Formula.Choose choose -> choose(choose, scope);
            case Formula.Multiplied multiplied -> multiplied(multiplied, scope);
            case Formula.CountOf count -> count(count, scope);
            case Formula.TotalOf total -> total(total, scope);
            case Formula.Ladder ladder -> LadderReckoner.reckon(ladder, scope);
        };
    }

    static List<Reckoning> each(List<Formula> formulas, Scope scope) {
        List<Reckoning> reckonings = new ArrayList<>(formulas.size());
        for (Formula formula : formulas) {
            reckonings.add(reckon(formula, scope));
        }
        return reckonings;
    }

    static Reckoning unlessUnknown(Formula formula, List<Reckoning> parts, LongSupplier number) {
        for (Reckoning part : parts) {
            if (!part.isKnown()) {
                return Reckoning.unknown(formula, parts);
            }
        }
        return Reckoning.known(formula, number.getAsLong(), parts);
    }

    static long sum(List<Reckoning> parts) {
        long sum = 0;
        for (Reckoning part : parts) {
            sum = Math.addExact(sum, part.number());
        }
        return sum;
    }

    private static Reckoning fact(Formula.FromFact from, Scope scope) {
        Input input = scope.look(from.fact());
        Reckoning reckoning = input.value() instanceof Value.Numeric numeric
                ? Reckoning.known(from, numeric.number(), List.of())
                : Reckoning.unknown(from, List.of());
        return reckoning.of(List.of(input));
    }

    private static Reckoning parameter(Formula.FromParameter from, Scope scope) {
        List<Input> looked = new ArrayList<>(1);
        LocalDate day = Moments.day(from.on(), scope, looked);
        Optional<Map.Entry<LocalDate, Rate>> found = day == null
                ? Optional.empty()
                : scope.situation().parameters().find(from.name()).flatMap(series -> series.on(day));
        if (found.isEmpty()) {
            String why = day == null ? "" : from.label() + "没有" + Words.day(day) + "的数值";
            return Reckoning.unknown(from, List.of()).because(why).of(looked);
        }
        Rate rate = found.get().getValue();
        String detail = Words.day(found.get().getKey()) + "公布的" + from.label() + "为" + rate.words();
        long number = Math.max(0, Math.addExact(rate.ppm(), from.plusPpm()));
        return Reckoning.known(from, number, List.of()).because(detail).of(looked);
    }

    private static Reckoning limited(Formula.Limited limited, Scope scope) {
        List<Reckoning> parts = new ArrayList<>(3);
        Reckoning of = reckon(limited.of(), scope);
        parts.add(of);
        Reckoning floor = limited.atLeast() == null ? null : reckon(limited.atLeast(), scope);
        if (floor != null) {
            parts.add(floor);
        }
        Reckoning cap = limited.atMost() == null ? null : reckon(limited.atMost(), scope);
        if (cap != null) {
            parts.add(cap);
        }
        return unlessUnknown(limited, parts, () -> {
            long number = floor == null ? of.number() : Math.max(of.number(), floor.number());
            return cap == null ? number : Math.min(number, cap.number());
        });
    }

    private static Reckoning interest(Formula.Interest interest, Scope scope) {
        List<Input> looked = new ArrayList<>(2);
        List<Reckoning> parts = each(List.of(interest.principal(), interest.rate()), scope);
        LocalDate from = Moments.day(interest.from(), scope, looked);
        LocalDate until = Moments.day(interest.until(), scope, looked);
        if (from == null || until == null || Moments.isNever(from) || Moments.isNever(until)) {
            return Reckoning.unknown(interest, parts).of(looked);
        }
        long all = Math.max(0, ChronoUnit.DAYS.between(from, until));
        long days = interest.mostDays() == 0 ? all : Math.min(all, interest.mostDays());
        String detail = "计息" + days + "天" + (days < all ? "（实际" + all + "天）" : "");
        return unlessUnknown(
                        interest,
                        parts,
                        () -> interest.rounding()
                                .divide(
                                        BigInteger.valueOf(parts.get(0).number())
                                                .multiply(BigInteger.valueOf(
                                                        parts.get(1).number()))
                                                .multiply(BigInteger.valueOf(days)),
                                        BigInteger.valueOf(Rate.ONE_PPM * interest.daysOfYear())))
                .because(detail)
                .of(looked);
    }

    private static Reckoning choose(Formula.Choose choose, Scope scope) {
        List<Finding> findings = new ArrayList<>(choose.choices().size());
        for (Formula.Choice choice : choose.choices()) {
            Finding finding = Judge.judge(choice.when(), scope);
            findings.add(finding);
            if (finding.verdict() == Verdict.MET) {
                return same(choose, reckon(choice.result(), scope)).judged(findings);
            }
            if (finding.verdict() != Verdict.NOT_MET) {
                return Reckoning.unknown(choose, List.of(), finding.verdict() == Verdict.OFFICER)
                        .judged(findings);
            }
        }
        return same(choose, reckon(choose.otherwise(), scope)).judged(findings);
    }

    private static Reckoning multiplied(Formula.Multiplied multiplied, Scope scope) {
        Finding finding = Judge.judge(multiplied.when(), scope);
        Reckoning of = reckon(multiplied.of(), scope);
        Reckoning result = switch (finding.verdict()) {
            case NOT_MET -> same(multiplied, of);
            case MET -> {
                List<Reckoning> parts = List.of(of, reckon(multiplied.by(), scope));
                yield unlessUnknown(
                        multiplied,
                        parts,
                        () -> multiplied
                                .rounding()
                                .ratio(of.number(), parts.get(1).number(), Rate.ONE_PPM));
            }
            case UNKNOWN -> Reckoning.unknown(multiplied, List.of(of), false);
            case OFFICER -> Reckoning.unknown(multiplied, List.of(of), of.isKnown() || of.waits());
        };
        return result.judged(List.of(finding));
    }

    private static Reckoning count(Formula.CountOf count, Scope scope) {
        Input input = scope.look(count.list());
        if (!(input.value() instanceof Value.Records records)) {
            return new Reckoning(
                    count, 0, Reckoning.NOTHING_KNOWN_MOST, "", List.of(), List.of(), List.of(input), false);
        }
        List<FactRecord> met = new ArrayList<>();
        int possible = 0;
        boolean waits = true;
        for (FactRecord record : records.records()) {
            Verdict verdict =
                    Judge.judge(count.where(), scope.at(count.list(), record)).verdict();
            switch (verdict) {
                case MET -> met.add(record);
                case UNKNOWN, OFFICER -> possible++;
                case NOT_MET -> {}
            }
            waits &= verdict != Verdict.UNKNOWN;
        }
        boolean whole = records.whole();
        Input counted = new Input(input.fact(), new Value.Records(met, whole), input.provenance(), null, null);
        String open =
                possible == 0 ? "" : "另有" + possible + count.list().definition().unit() + "尚不能确定";
        return new Reckoning(
                count,
                met.size(),
                whole ? met.size() + possible : Reckoning.NOTHING_KNOWN_MOST,
                whole ? open : open.isEmpty() ? IN_PART : open + "，" + IN_PART,
                List.of(),
                List.of(),
                List.of(counted),
                whole && possible > 0 && waits);
    }

    private static Reckoning total(Formula.TotalOf total, Scope scope) {
        Input input = scope.look(total.list());
        if (!(input.value() instanceof Value.Records records)) {
            return Reckoning.unknown(total, List.of()).of(List.of(input));
        }
        List<Reckoning> parts = new ArrayList<>();
        boolean sure = true;
        boolean waits = true;
        for (FactRecord record : records.records()) {
            Scope at = scope.at(total.list(), record);
            Verdict verdict = Judge.judge(total.where(), at).verdict();
            sure &= verdict == Verdict.MET || verdict == Verdict.NOT_MET;
            waits &= verdict != Verdict.UNKNOWN;
            if (verdict == Verdict.MET) {
                Reckoning part = reckon(total.each(), at);
                parts.add(part);
                waits &= part.isKnown() || part.waits();
            }
        }
        if (!records.whole()) {
            return inPart(total, parts, input);
        }
        return sure
                ? unlessUnknown(total, parts, () -> sum(parts))
                : Reckoning.unknown(total, parts, waits).of(List.of(input));
    }

    /** What is added up is never below nothing: the records that were told come to so much at least. */
    private static Reckoning inPart(Formula.TotalOf total, List<Reckoning> parts, Input list) {
        List<Reckoning> told = parts.stream().filter(Reckoning::isKnown).toList();
        return new Reckoning(
                total, sum(told), Reckoning.NOTHING_KNOWN_MOST, IN_PART, parts, List.of(), List.of(list), false);
    }

    private static Reckoning same(Formula formula, Reckoning part) {
        return part.isKnown()
                ? Reckoning.known(formula, part.number(), List.of(part))
                : Reckoning.unknown(formula, List.of(part));
    }
}
