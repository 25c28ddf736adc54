package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    private Reckoning reckon() {
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
        boolean nothing = true;
        for (Standing standing : standings) {
            nothing &= standing == Standing.NOT_REACHED;
        }
        if (nothing && anyUnknown) {
            return Reckoning.unknown(ladder, List.of()).of(looked);
        }
        List<Reckoning> parts = new ArrayList<>();
        for (int at = 0; at < standings.length; at++) {
            parts.add(part(stages.get(at), standings[at]));
        }
        return Reckoner.unlessUnknown(ladder, parts, () -> due(parts))
                .because("应得累计减去已拨付" + Kind.MONEY.words(paid()))
                .of(List.copyOf(looked.reversed()));
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

    private Reckoning part(Formula.Stage stage, Standing standing) {
        String words = stage.label() + standing.words;
        if (standing.counts()) {
            return Reckoner.reckon(stage.amount(), scope).because(words);
        }
        // What was paid for a stage in its time stays, though nobody may ask for it any more.
        long kept = standing == Standing.EXPIRED ? paidFor(stage) : 0;
        return Reckoning.known(stage.amount(), kept, List.of()).because(words);
    }

    private long due(List<Reckoning> parts) {
        long entitled = ladder.totals()
                ? parts.stream().mapToLong(Reckoning::number).max().orElse(0)
                : Reckoner.sum(parts);
        long due = Math.subtractExact(entitled, paid());
        return anyWithdrawn ? due : Math.max(0, due);
    }

    private long paid() {
        return scope.situation().paid().stream()
                .filter(payment -> isOwn(payment) || ladder.deducts().contains(payment.rule()))
                .mapToLong(Payment::fen)
                .reduce(0, Math::addExact);
    }

    private long paidFor(Formula.Stage stage) {
        return scope.situation().paid().stream()
                .filter(payment -> isOwn(payment) && payment.stage().equals(stage.id()))
                .mapToLong(Payment::fen)
                .reduce(0, Math::addExact);
    }

    private boolean isOwn(Payment payment) {
        return payment.rule().equals(scope.rule()) && payment.benefit().equals(scope.benefit());
    }
}
