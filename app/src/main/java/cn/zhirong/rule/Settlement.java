package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What several rules leave of each other for one firm: what was had elsewhere excludes first, then the highest of a group stays,
 * then of two that exclude each other the higher (of equal ones the rule whose name comes first), then combined caps cut in the
 * order of the rules given. Only what is granted for certain takes part.
 */
public final class Settlement {
    private final List<Claim> claims = new ArrayList<>();
    private final List<Rule> rules;
    private final List<Payment> paid;
    /** What is left of each combined cap, by whose it is; what was paid is already off it. */
    private final Map<String, Long> rooms = new HashMap<>();

    private Settlement(List<Evaluation> evaluations, List<Payment> paid) {
        this.rules = evaluations.stream().map(Evaluation::rule).toList();
        this.paid = paid;
        for (Evaluation evaluation : evaluations) {
            if (evaluation.payable().isPresent()) {
                evaluation.lines().forEach(line -> add(evaluation, line));
                rooms(evaluation).forEach((purse, room) -> rooms.merge(purse, room, Math::min));
            }
        }
    }

    /**
     * What is left of a claim.
     *
     * @param key the record it is for; empty for the firm
     * @param relation the relation that took from it, or null
     * @param because why, in Chinese; empty when nothing was taken
     */
    public record Outcome(
            String rule,
            Beneficiary to,
            String payee,
            String key,
            Money before,
            Money after,
            @Nullable Relation relation,
            String because) {}

    /** The claims in the order of the evaluations and their lines; those of one rule for one thing and payee are one. */
    public static List<Outcome> settle(List<Evaluation> evaluations, List<Payment> paid) {
        Settlement settlement = new Settlement(evaluations, paid);
        settlement.excludeByThePast();
        settlement.keepTheHighest();
        settlement.excludeEachOther();
        settlement.capGroups();
        return settlement.claims.stream().map(Claim::outcome).toList();
    }

    private void add(Evaluation evaluation, Line line) {
        if (line.verdict() != Verdict.MET || line.fen() <= 0) {
            return;
        }
        for (Claim claim : claims) {
            if (claim.rule.equals(evaluation.rule()) && claim.isOf(line)) {
                claim.add(line);
                return;
            }
        }
        claims.add(new Claim(evaluation.rule(), line));
    }

    private void excludeByThePast() {
        for (Claim claim : claims) {
            claim.relations(Relation.Way.EXCLUSIVE_WITH)
                    .forEach(relation -> excludeByThePast(claim, relation, relation.with()));
            // What the other says of this one holds as well, whether or not it grants anything now.
            for (Rule other : rules) {
                other.relations().stream()
                        .filter(relation -> isExclusiveWith(relation, claim.rule))
                        .forEach(relation -> excludeByThePast(claim, relation, other.id()));
            }
        }
    }

    private void excludeByThePast(Claim claim, Relation relation, String other) {
        long had = paid.stream()
                .filter(payment -> payment.rule().equals(other) && isSameThing(payment.key(), claim.key))
                .mapToLong(Payment::fen)
                .reduce(0, Math::addExact);
        if (had > 0) {
            claim.take(claim.fen, relation, "已经由“" + name(other) + "”得到" + new Money(had).words());
        }
    }

    private String name(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::name)
                .findFirst()
                .orElse(id);
    }

    private static boolean isExclusiveWith(Relation relation, Rule rule) {
        return relation.way() == Relation.Way.EXCLUSIVE_WITH && relation.with().equals(rule.id());
    }

    /** What is for the firm is for all its things. */
    private static boolean isSameThing(String one, String other) {
        return one.isEmpty() || other.isEmpty() || ThingKey.same(one, other);
    }

    /** What is compared is all that a rule grants for the thing, whoever is paid. */
    private void keepTheHighest() {
        Map<String, Bundle> highest = new HashMap<>();
        for (Bundle bundle : bundles()) {
            List<Relation> relations = bundle.rule().relations().stream()
                    .filter(relation -> relation.way() == Relation.Way.HIGHEST_OF)
                    .toList();
            Optional<Relation> lost = relations.stream()
                    .filter(relation -> highest.containsKey(bundle.in(relation)))
                    .findFirst();
            if (lost.isPresent()) {
                Bundle first = Objects.requireNonNull(highest.get(bundle.in(lost.get())));
                String why = "“" + first.rule().name() + "”的" + first.words() + "更高或者相同，就高享受";
                bundle.claims().forEach(claim -> claim.take(claim.fen, lost.get(), why));
            } else {
                // Only one that stays keeps others out.
                relations.forEach(relation -> highest.put(bundle.in(relation), bundle));
            }
        }
    }

    /** What is left of the claims of each rule for each thing, the highest first, of equal ones that whose name comes first. */
    private List<Bundle> bundles() {
        Map<String, List<Claim>> together = new LinkedHashMap<>();
        for (Claim claim : inPreference()) {
            together.computeIfAbsent(claim.rule.id() + "|" + ThingKey.of(claim.key), name -> new ArrayList<>())
                    .add(claim);
        }
        return together.values().stream()
                .map(Bundle::of)
                .sorted(Comparator.comparingLong(Bundle::fen)
                        .reversed()
                        .thenComparing(bundle -> bundle.rule().id())
                        .thenComparing(Bundle::key))
                .toList();
    }

    /** All that one rule grants for one thing. */
    private record Bundle(Rule rule, String key, long fen, List<Claim> claims) {
        static Bundle of(List<Claim> claims) {
            long fen = claims.stream().mapToLong(claim -> claim.fen).reduce(0, Math::addExact);
            return new Bundle(claims.getFirst().rule, ThingKey.of(claims.getFirst().key), fen, claims);
        }

        /** Its place in a group. */
        String in(Relation relation) {
            return relation.with() + "|" + key;
        }

        String words() {
            return new Money(fen).words();
        }
    }

    private void excludeEachOther() {
        List<Claim> kept = new ArrayList<>();
        for (Claim claim : inPreference()) {
            boolean excluded = false;
            for (Claim other : kept) {
                Optional<Relation> relation = exclusion(claim, other);
                if (relation.isPresent()) {
                    claim.take(
                            claim.fen,
                            relation.get(),
                            "与“" + other.rule.name() + "”只能选一项，后者的" + other.words() + "更高或者相同");
                    excluded = true;
                    break;
                }
            }
            if (!excluded) {
                kept.add(claim);
            }
        }
    }

    private static Optional<Relation> exclusion(Claim one, Claim other) {
        if (!isSameThing(one.key, other.key) || one.rule.equals(other.rule)) {
            return Optional.empty();
        }
        return one.relations(Relation.Way.EXCLUSIVE_WITH).stream()
                .filter(relation -> isExclusiveWith(relation, other.rule))
                .findFirst()
                .or(() -> other.relations(Relation.Way.EXCLUSIVE_WITH).stream()
                        .filter(relation -> isExclusiveWith(relation, one.rule))
                        .findFirst());
    }

    /** The room that an evaluation found: its first line saw what had been paid, the next ones also what it took. */
    private static Map<String, Long> rooms(Evaluation evaluation) {
        Map<String, Long> found = new HashMap<>();
        for (Line line : evaluation.lines()) {
            for (Step step : line.steps()) {
                Cap cap = step.cap();
                Reckoning limit = step.limit();
                if (cap != null && cap.group() != null && limit != null && limit.isKnown()) {
                    String purse =
                            purse(cap.scope(), cap.group(), line.benefit().to(), line.payee());
                    found.putIfAbsent(purse, Math.max(0, limit.number() - step.usedFen()));
                }
            }
        }
        return found;
    }

    private static String purse(CapScope scope, String group, Beneficiary to, String payee) {
        return scope + "|" + group + "|" + to + "|" + payee;
    }

    /** Rules that only count towards a group are not cut by its cap, and so use up the room first. */
    private void capGroups() {
        for (Claim claim : claims) {
            for (Relation relation : claim.relations(Relation.Way.COUNTS_TOWARDS)) {
                for (CapScope scope : List.of(CapScope.GROUP_YEAR, CapScope.GROUP_LIFETIME)) {
                    String purse = purse(scope, relation.with(), claim.to, claim.payee);
                    if (!claim.purses().contains(purse)) {
                        rooms.computeIfPresent(purse, (name, room) -> Math.max(0, room - claim.fen));
                    }
                }
            }
        }
        for (Claim claim : claims) {
            for (String purse : claim.purses()) {
                long room = rooms.getOrDefault(purse, Long.MAX_VALUE);
                claim.take(Math.max(0, claim.fen - room), null, "各项合计已到上限");
            }
            claim.purses().forEach(purse -> rooms.computeIfPresent(purse, (name, room) -> room - claim.fen));
        }
    }

    private List<Claim> inPreference() {
        return claims.stream()
                .filter(claim -> claim.fen > 0)
                .sorted(Comparator.comparingLong((Claim claim) -> claim.fen)
                        .reversed()
                        .thenComparing(claim -> claim.rule.id())
                        .thenComparing(claim -> claim.key))
                .toList();
    }

    /** What one rule grants one payee for one thing. */
    private static final class Claim {
        private final Rule rule;
        private final Beneficiary to;
        private final String payee;
        private final String key;
        private long before;
        private long fen;
        private @Nullable Relation relation;
        private String because = "";

        Claim(Rule rule, Line line) {
            this.rule = rule;
            this.to = line.benefit().to();
            this.payee = line.payee();
            this.key = line.key();
            add(line);
        }

        boolean isOf(Line line) {
            return to == line.benefit().to() && payee.equals(line.payee()) && key.equals(line.key());
        }

        void add(Line line) {
            before = Math.addExact(before, line.fen());
            fen = before;
        }

        /** The combined caps that cut it. */
        List<String> purses() {
            return rule.caps().stream()
                    .flatMap(cap -> cap.group() == null
                            ? Stream.empty()
                            : Stream.of(purse(cap.scope(), cap.group(), to, payee)))
                    .distinct()
                    .toList();
        }

        List<Relation> relations(Relation.Way way) {
            return rule.relations().stream().filter(one -> one.way() == way).toList();
        }

        void take(long taken, @Nullable Relation by, String why) {
            if (taken > 0) {
                fen -= taken;
                relation = by;
                because = why;
            }
        }

        String words() {
            return new Money(fen).words();
        }

        Outcome outcome() {
            return new Outcome(rule.id(), to, payee, key, new Money(before), new Money(fen), relation, because);
        }
    }
}
