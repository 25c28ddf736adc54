package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rounding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a rule grants: each benefit of each record by its formula, nothing for what was already paid, then the caps in
 * the order of {@link CapScope}, then whole units. A cap over several lines is used up in their order, certain ones first.
 */
final class Amounts {
    private final Rule rule;
    private final Situation situation;
    private final List<Working> lines = new ArrayList<>();

    Amounts(Rule rule, Situation situation) {
        this.rule = rule;
        this.situation = situation;
    }

    List<Line> forFirm(Verdict conditions) {
        for (Benefit benefit : rule.benefits()) {
            lines.add(new Working(benefit, null, conditions, new Scope(situation, null, rule.id(), benefit.id())));
        }
        return finish();
    }

    List<Line> forItems(Verdict conditions, List<Item> items) {
        for (Item item : items) {
            Verdict verdict = conditions.and(item.finding().verdict());
            if (verdict != Verdict.NOT_MET) {
                for (Benefit benefit : rule.benefits()) {
                    Scope scope = new Scope(situation, item.record(), rule.id(), benefit.id());
                    lines.add(new Working(benefit, item.record(), verdict, scope));
                }
            }
        }
        // Stable, so that records of one verdict keep their order.
        lines.sort(Comparator.comparing(line -> line.verdict != Verdict.MET));
        return finish();
    }

    private List<Line> finish() {
        lines.forEach(this::leaveOutWhatWasPaid);
        rule.caps().stream()
                .sorted(Comparator.comparing(Cap::scope).thenComparing(cap -> cap.benefit() == null))
                .forEach(this::apply);
        lines.forEach(this::round);
        return lines.stream().map(Working::done).toList();
    }

    private void leaveOutWhatWasPaid(Working line) {
        if (line.benefit.amount() instanceof Formula.Ladder || line.fen <= 0) {
            return;
        }
        if (line.record == null) {
            leaveOutThisYear(line);
            return;
        }
        long paid = sum(payment -> payment.rule().equals(rule.id())
                && payment.benefit().equals(line.benefit.id())
                && payment.key().equals(line.key()));
        if (paid > 0) {
            line.steps.add(new Step(Step.Way.ALREADY_PAID, line.fen, 0, paid, null, null));
            line.fen = 0;
        }
    }

    /**
     * What is paid for the firm itself is due once a year; only what is more than that is due again. Payments to an institution
     * may be for other firms and are left to the caps.
     */
    private void leaveOutThisYear(Working line) {
        int year = situation.asked().getYear();
        long paid = line.payee().isEmpty()
                ? sum(payment -> payment.rule().equals(rule.id())
                        && payment.benefit().equals(line.benefit.id())
                        && payment.payee().isEmpty()
                        && payment.year() == year)
                : 0;
        if (paid > 0) {
            long left = Math.max(0, line.fen - paid);
            line.steps.add(new Step(Step.Way.ALREADY_PAID, line.fen, left, paid, null, null));
            line.fen = left;
        }
    }

    private void apply(Cap cap) {
        // One purse for each of whom the cap holds; filled by what was paid, emptied line by line.
        Map<String, Long> used = new LinkedHashMap<>();
        for (Working line : lines) {
            if (cap.benefit() != null && !cap.benefit().equals(line.benefit.id())) {
                continue;
            }
            Scope scope = cap.scope() == CapScope.ITEM ? line.scope : new Scope(situation, null, rule.id(), "");
            Reckoning limit = Reckoner.reckon(cap.limit(), scope);
            String purse =
                    line.benefit.to() + "|" + line.payee() + (cap.scope() == CapScope.ITEM ? "|" + line.key() : "");
            long before = used.computeIfAbsent(purse, name -> paidUnder(cap, line));
            if (!limit.isKnown()) {
                line.known = false;
                line.steps.add(new Step(Step.Way.CAPPED, line.fen, line.fen, before, cap, limit));
                continue;
            }
            if (!line.known || line.fen <= 0) {
                continue;
            }
            long room = cap.scope() == CapScope.YEARS
                    ? (before < limit.number() ? Long.MAX_VALUE : 0)
                    : Math.max(0, limit.number() - before);
            long after = Math.min(line.fen, room);
            line.steps.add(new Step(Step.Way.CAPPED, line.fen, after, before, cap, limit));
            line.fen = after;
            if (cap.scope() != CapScope.YEARS) {
                used.put(purse, Math.addExact(before, after));
            }
        }
    }

    private long paidUnder(Cap cap, Working line) {
        int year = situation.asked().getYear();
        Predicate<Payment> own = payment -> payment.rule().equals(rule.id())
                && (cap.benefit() == null || payment.benefit().equals(cap.benefit()))
                && isOwnTo(payment, line);
        Predicate<Payment> ofGroup =
                payment -> cap.group() != null && payment.groups().contains(cap.group())
                && (payment.rule().equals(rule.id()) ? isOwnTo(payment, line) : isTo(payment, line));
        return switch (cap.scope()) {
            case ITEM, APPLICATION -> 0;
            case YEAR -> sum(own.and(payment -> payment.year() == year));
            case LIFETIME -> sum(own);
            case GROUP_YEAR -> sum(ofGroup.and(payment -> payment.year() == year));
            case GROUP_LIFETIME -> sum(ofGroup);
            case YEARS ->
                situation.paid().stream()
                        .filter(own.and(payment -> payment.year() != year))
                        .collect(Collectors.groupingBy(Payment::year, Collectors.summingLong(Payment::fen)))
                        .values()
                        .stream()
                        .filter(fen -> fen > 0)
                        .count();
        };
    }

    private static boolean isTo(Payment payment, Working line) {
        return payment.to() == line.benefit.to() && payment.payee().equals(line.payee());
    }

    /** What those got who share an amount was granted to whom it is divided from. */
    private boolean isOwnTo(Payment payment, Working line) {
        boolean shared = rule.benefit(payment.benefit())
                .filter(benefit -> benefit.to() == line.benefit.to())
                .filter(benefit -> benefit.shares().stream().anyMatch(share -> share.to() == payment.to()))
                .isPresent();
        return isTo(payment, line) || (shared && payment.to() != line.benefit.to() && line.payee().isEmpty());
    }

    private long sum(Predicate<Payment> which) {
        return situation.paid().stream().filter(which).mapToLong(Payment::fen).reduce(0, Math::addExact);
    }

    private void round(Working line) {
        if (!line.known || line.fen % rule.roundToFen() == 0) {
            return;
        }
        long rounded = rounded(line.fen, rule.rounding());
        if (rounded > room(line)) {
            // No unit is filled up beyond a cap.
            rounded = rounded(line.fen, Rounding.DOWN);
        }
        line.steps.add(new Step(Step.Way.ROUNDED, line.fen, rounded, 0, null, null));
        line.fen = rounded;
    }

    private long rounded(long fen, Rounding rounding) {
        return Math.multiplyExact(rounding.ratio(fen, 1, rule.roundToFen()), rule.roundToFen());
    }

    /** What the narrowest of its caps leaves. */
    private static long room(Working line) {
        long room = Long.MAX_VALUE;
        for (Step step : line.steps) {
            Cap cap = step.cap();
            Reckoning limit = step.limit();
            if (cap != null && cap.scope() != CapScope.YEARS && limit != null && limit.isKnown()) {
                room = Math.min(room, limit.number() - step.usedFen());
            }
        }
        return room;
    }

    /** A line that is still being worked on. */
    private static final class Working {
        private final Benefit benefit;
        private final @Nullable FactRecord record;
        private final Verdict verdict;
        private final Scope scope;
        private final Reckoning reckoning;
        private final List<Step> steps = new ArrayList<>();
        private boolean known;
        private long fen;

        Working(Benefit benefit, @Nullable FactRecord record, Verdict verdict, Scope scope) {
            this.benefit = benefit;
            this.record = record;
            this.verdict = verdict;
            this.scope = scope;
            this.reckoning = Reckoner.reckon(benefit.amount(), scope);
            // Beyond any amount that can be written is a mistake in the facts, not a grant.
            this.known = reckoning.isKnown() && Math.abs(Math.max(reckoning.number(), -Long.MAX_VALUE)) <= Money.MOST_WRITTEN.fen();
            this.fen = known ? reckoning.number() : 0;
        }

        String key() {
            return record == null ? "" : record.id();
        }

        String payee() {
            return benefit.payee() != null && scope.look(benefit.payee()).value() instanceof Value.Code code
                    ? code.code()
                    : "";
        }

        Line done() {
            return new Line(benefit, key(), payee(), verdict, reckoning, List.copyOf(steps), known, known ? fen : 0, stages());
        }

        /** What was paid for each stage of a ladder. */
        private Map<String, Long> stages() {
            if (!(benefit.amount() instanceof Formula.Ladder)) {
                return Map.of();
            }
            return scope.situation().paid().stream()
                    .filter(payment -> payment.rule().equals(scope.rule())
                            && payment.benefit().equals(benefit.id())
                            && (record == null || payment.key().equals(record.id())))
                    .collect(Collectors.groupingBy(Payment::stage, Collectors.summingLong(Payment::fen)));
        }
    }
}
