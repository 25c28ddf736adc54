package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rounding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a rule grants: each benefit of each record by its formula, nothing for a record that was already paid and of the
 * firm's own what this year did not bring yet, in whole units, then the caps in the order of {@link CapScope}; what a cap cuts is
 * rounded down, so that it stays within. A cap over several lines is used up in their order, certain ones first.
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
            add(benefit, null, conditions, new Scope(situation, rule.id(), benefit.id()));
        }
        return finish();
    }

    List<Line> forItems(Verdict conditions, List<Item> items) {
        for (Item item : items) {
            Verdict verdict = conditions.and(item.finding().verdict());
            for (Benefit benefit : rule.benefits()) {
                FactDefinition list = rule.each() == null ? null : rule.each().definition();
                Scope scope = new Scope(situation, item.record(), list, null, rule.id(), benefit.id());
                add(benefit, item.record(), verdict, scope);
            }
        }
        // Stable, so that records of one verdict keep their order.
        lines.sort(Comparator.comparing(line -> line.verdict != Verdict.MET));
        return finish();
    }

    /** Where conditions are denied nothing is granted, but what was withdrawn is owed back all the same. */
    private void add(Benefit benefit, @Nullable FactRecord record, Verdict verdict, Scope scope) {
        boolean takesBack = benefit.amount() instanceof Formula.Ladder ladder
                && ladder.stages().stream().anyMatch(stage -> stage.withdrawn() != null);
        if (verdict != Verdict.NOT_MET || takesBack) {
            Working line = new Working(benefit, record, verdict, scope);
            if (verdict != Verdict.NOT_MET || line.fen < 0) {
                lines.add(line);
            }
        }
    }

    private List<Line> finish() {
        lines.forEach(line -> {
            leaveOutWhatWasPaid(line);
            round(line, rule.rounding());
        });
        rule.caps().stream()
                .sorted(Comparator.comparing(Cap::scope).thenComparing(cap -> cap.benefit() == null))
                .forEach(this::apply);
        return lines.stream().map(Working::done).toList();
    }

    private void leaveOutWhatWasPaid(Working line) {
        if (line.benefit.amount() instanceof Formula.Ladder || line.fen <= 0) {
            return;
        }
        Predicate<Payment> same =
                payment -> payment.rule().equals(rule.id()) && payment.benefit().equals(line.benefit.id());
        // A record is paid for once; to the firm its amount is due once a year, and what it was paid less than that.
        long paid = line.record == null
                ? sum(same.and(payment -> payment.payee().equals(line.payee())
                        && payment.year() == situation.asked().getYear()))
                : sum(same.and(payment -> ThingKey.same(payment.key(), line.key())));
        if (paid > 0) {
            long left = line.record == null ? Math.max(0, line.fen - paid) : 0;
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
            Scope scope = cap.scope() == CapScope.ITEM ? line.scope : new Scope(situation, rule.id(), "");
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
            boolean cut = after < line.fen;
            line.fen = after;
            if (cut) {
                round(line, Rounding.DOWN);
            }
            if (cap.scope() != CapScope.YEARS) {
                used.put(purse, Math.addExact(before, line.fen));
            }
        }
    }

    private long paidUnder(Cap cap, Working line) {
        int year = situation.asked().getYear();
        Predicate<Payment> own = payment -> payment.rule().equals(rule.id())
                && (cap.benefit() == null || payment.benefit().equals(cap.benefit()))
                && fills(payment, line);
        Predicate<Payment> ofGroup =
                payment -> cap.group() != null && payment.groups().contains(cap.group()) && fills(payment, line);
        return switch (cap.scope()) {
            case ITEM, APPLICATION -> 0;
            case YEAR -> sum(own.and(payment -> payment.year() == year));
            case LIFETIME -> sum(own);
            case GROUP_YEAR -> sum(ofGroup.and(payment -> payment.year() == year));
            case GROUP_LIFETIME -> sum(ofGroup);
            case YEARS ->
                // A year of which all came back was not had.
                situation.paid().stream()
                        .filter(own.and(payment -> payment.year() != year))
                        .collect(Collectors.groupingBy(Payment::year, Collectors.summingLong(Payment::fen)))
                        .values()
                        .stream()
                        .filter(fen -> fen > 0)
                        .count();
        };
    }

    /**
     * Whether a payment filled the purse out of which a line is paid: a benefit that is shared is capped as a whole, so the part of
     * each who shares it counts with whom it is for. Such a part names no institution but that one.
     */
    private boolean fills(Payment payment, Working line) {
        Optional<Benefit> shared = payment.rule().equals(rule.id())
                ? rule.benefit(payment.benefit())
                        .filter(benefit -> !benefit.shares().isEmpty())
                : Optional.empty();
        Beneficiary of = shared.map(Benefit::to).orElse(payment.to());
        return of == line.benefit.to() && (payment.to() != of || payment.payee().equals(line.payee()));
    }

    private long sum(Predicate<Payment> which) {
        return situation.paid().stream().filter(which).mapToLong(Payment::fen).reduce(0, Math::addExact);
    }

    private void round(Working line, Rounding rounding) {
        if (!line.known || line.fen % rule.roundToFen() == 0) {
            return;
        }
        long rounded = Math.multiplyExact(rounding.ratio(line.fen, 1, rule.roundToFen()), rule.roundToFen());
        line.steps.add(new Step(Step.Way.ROUNDED, line.fen, rounded, 0, null, null));
        line.fen = rounded;
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
            long most = Money.MOST_WRITTEN.fen();
            this.known = reckoning.isKnown() && reckoning.number() >= -most && reckoning.number() <= most;
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
            return new Line(
                    benefit, key(), payee(), verdict, reckoning, List.copyOf(steps), known, known ? fen : 0, stages());
        }

        private Map<String, Long> stages() {
            return known && fen > 0 && benefit.amount() instanceof Formula.Ladder ladder
                    ? LadderReckoner.byStage(ladder, scope, fen)
                    : Map.of("", known ? fen : 0);
        }
    }
}
