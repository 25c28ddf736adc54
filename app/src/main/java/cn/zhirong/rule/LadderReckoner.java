package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates ladders: what all stages reached entitle to, less what was paid. A stage whose day nobody knows counts as not
 * reached as long as another one is, since a firm knows its own milestones; when none is known, nothing is.
 */
final class LadderReckoner {
    private final Formula.Ladder ladder;
    private final Scope scope;
    private final List<Input> looked = new ArrayList<>();
    private boolean anyUnknown;
    private boolean anyWithdrawn;

    private LadderReckoner(Formula.Ladder ladder, Scope scope) {
        this.ladder = ladder;
        this.scope = scope;
    }

    static Reckoning reckon(Formula.Ladder ladder, Scope scope) {
        return new LadderReckoner(ladder, scope).reckon();
    }

    private enum Standing {
        NOT_REACHED("未达到"),
        REACHED("已达到"),
        SKIPPED("随后续阶段补齐"),
        EXPIRED("已过申请期限"),
        WITHDRAWN("已撤回");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        boolean counts() {
            return this == REACHED || this == SKIPPED;
        }
    }

    /**
     * What is granted divided among the stages it is for, the latest first: each what it entitles to less what was paid for it. So
     * the next asking finds it there, and never at a stage that nobody may ask for.
     */
    static Map<String, Long> byStage(Formula.Ladder ladder, Scope scope, long fen) {
        LadderReckoner reckoner = new LadderReckoner(ladder, scope);
        return reckoner.divide(reckoner.standings(), fen);
    }

    private Map<String, Long> divide(Standing[] standings, long fen) {
        List<Reckoning> parts = parts(standings);
        long[] loose = loose(standings);
        Map<String, Long> byStage = new LinkedHashMap<>();
        long left = fen;
        String rest = "";
        long most = 0;
        for (int at = standings.length - 1; at >= 0; at--) {
            if (!standings[at].counts()) {
                continue;
            }
            Formula.Stage stage = ladder.stages().get(at);
            long amount = parts.get(at).number();
            if (amount > most && (rest.isEmpty() || ladder.totals())) {
                rest = stage.id();
                most = amount;
            }
            long owed = ladder.totals() ? 0 : Math.clamp(amount - paidFor(stage) - loose[at], 0, left);
            if (owed > 0) {
                byStage.put(stage.id(), owed);
                left -= owed;
            }
        }
        if (left > 0) {
            byStage.merge(rest, left, Math::addExact);
        }
        return byStage;
    }

    private Reckoning reckon() {
        Standing[] standings = standings();
        boolean nothing = true;
        for (Standing standing : standings) {
            nothing &= standing == Standing.NOT_REACHED;
        }
        if (nothing && anyUnknown) {
            return Reckoning.unknown(ladder, List.of()).of(looked);
        }
        List<Reckoning> parts = parts(standings);
        return Reckoner.unlessUnknown(ladder, parts, () -> due(parts))
                .because("应得累计减去已拨付" + Kind.MONEY.words(paid()))
                .of(List.copyOf(looked.reversed()));
    }

    private Standing[] standings() {
        List<Formula.Stage> stages = ladder.stages();
        Standing[] standings = new Standing[stages.size()];
        LocalDate later = null;
        // From the last stage, so that an earlier one knows what came after it.
        for (int at = stages.size() - 1; at >= 0; at--) {
            Formula.Stage stage = stages.get(at);
            LocalDate own = reached(stage);
            LocalDate day = own == null && ladder.catchUp() ? later : own;
            standings[at] = standing(stage, own, day);
            if (own != null && standings[at] == Standing.REACHED) {
                later = own;
            }
        }
        return standings;
    }

    private @Nullable LocalDate reached(Formula.Stage stage) {
        LocalDate day = day(stage.reached());
        anyUnknown |= day == null;
        return day == null || day.isAfter(scope.asked()) ? null : day;
    }

    private Standing standing(Formula.Stage stage, @Nullable LocalDate own, @Nullable LocalDate day) {
        if (stage.withdrawn() != null) {
            LocalDate withdrawn = day(stage.withdrawn());
            if (withdrawn != null && !withdrawn.isAfter(scope.asked())) {
                anyWithdrawn = true;
                return Standing.WITHDRAWN;
            }
        }
        if (day == null) {
            return Standing.NOT_REACHED;
        }
        if (stage.claimWithin() != null && stage.claimWithin().after(day).isBefore(scope.asked())) {
            return Standing.EXPIRED;
        }
        return own == null ? Standing.SKIPPED : Standing.REACHED;
    }

    private @Nullable LocalDate day(FactRef fact) {
        Input input = scope.look(fact);
        looked.add(input);
        return input.value() instanceof Value.Day day ? day.day() : null;
    }

    private List<Reckoning> parts(Standing[] standings) {
        long[] loose = loose(standings);
        List<Reckoning> parts = new ArrayList<>();
        for (int at = 0; at < standings.length; at++) {
            parts.add(part(ladder.stages().get(at), standings[at], loose[at]));
        }
        return parts;
    }

    private Reckoning part(Formula.Stage stage, Standing standing, long loose) {
        String words = stage.label() + standing.words;
        if (standing.counts()) {
            return Reckoner.reckon(stage.amount(), scope).because(words);
        }
        // What was paid for a stage in its time stays, though nobody may ask for it any more.
        long kept = standing == Standing.EXPIRED ? Math.addExact(paidFor(stage), loose) : 0;
        return Reckoning.known(stage.amount(), kept, List.of()).because(words);
    }

    /**
     * What was paid for no stage of this ladder, such as by a rule it deducts, fills the stages from the first: so what it paid in
     * place of a stage does not lessen the next one once that stage has expired. Totals need none: there the highest counts.
     */
    private long[] loose(Standing[] standings) {
        long[] filled = new long[standings.length];
        long left = paid();
        for (Formula.Stage stage : ladder.stages()) {
            left = Math.subtractExact(left, paidFor(stage));
        }
        for (int at = 0; at < standings.length && left > 0 && !ladder.totals(); at++) {
            Formula.Stage stage = ladder.stages().get(at);
            Reckoning amount = Reckoner.reckon(stage.amount(), scope);
            if (amount.isKnown() && (standings[at].counts() || standings[at] == Standing.EXPIRED)) {
                filled[at] = Math.clamp(amount.number() - paidFor(stage), 0, left);
                left -= filled[at];
            }
        }
        return filled;
    }

    private long due(List<Reckoning> parts) {
        long entitled = ladder.totals()
                ? parts.stream().mapToLong(Reckoning::number).max().orElse(0)
                : Reckoner.sum(parts);
        long due = Math.subtractExact(entitled, paid());
        // Nobody gives back what others paid.
        long least = anyWithdrawn ? Math.min(0, -sum(this::isOwn)) : 0;
        return Math.max(least, due);
    }

    private long paid() {
        return sum(payment -> isOwn(payment) || (ladder.deducts().contains(payment.rule()) && isForIt(payment)));
    }

    private long paidFor(Formula.Stage stage) {
        return sum(payment -> isOwn(payment) && payment.stage().equals(stage.id()));
    }

    private long sum(Predicate<Payment> which) {
        return scope.situation().paid().stream()
                .filter(which)
                .mapToLong(Payment::fen)
                .reduce(0, Math::addExact);
    }

    private boolean isOwn(Payment payment) {
        return payment.rule().equals(scope.rule()) && payment.benefit().equals(scope.benefit()) && isForIt(payment);
    }

    /** A ladder of a record is that record's alone. */
    private boolean isForIt(Payment payment) {
        FactRecord record = scope.record();
        return record == null || ThingKey.same(payment.key(), record.id());
    }
}
