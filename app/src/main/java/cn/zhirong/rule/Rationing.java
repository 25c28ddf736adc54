package cn.zhirong.rule;

import cn.zhirong.kernel.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a budget leaves of what was asked. Pure: the same requests in any order give each the same grant. A budget that is
 * overdrawn leaves nothing.
 */
public final class Rationing {
    private Rationing() {}

    /**
     * Somebody asks.
     *
     * @param id breaks every tie, so that there never is one
     * @param at when it was filed, complete
     * @param score higher comes first, where scores count
     */
    public record Request(String id, Money asked, Instant at, long score) {}

    /** What one gets, and why not all. */
    public record Grant(String id, Money asked, Money granted, Reason reason) {}

    /** Why one gets what one gets. */
    public enum Reason {
        FULL("足额安排"),
        REDUCED("按比例核减"),
        REST("安排剩余预算"),
        NO_BUDGET("预算已用完"),
        NO_PLACE("名额已满");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** In Chinese. */
        public String label() {
            return label;
        }
    }

    /** In the order of filing until the budget is used up; the one who meets its end gets the rest. */
    public static List<Grant> firstCome(List<Request> requests, Money budget) {
        return inOrder(sorted(requests, Comparator.comparing(Request::at)), budget, Integer.MAX_VALUE);
    }

    /** The first so many, in the order of filing, while the budget lasts; the one who meets its end gets the rest. */
    public static List<Grant> firstN(List<Request> requests, int places, Money budget) {
        return inOrder(sorted(requests, Comparator.comparing(Request::at)), budget, places);
    }

    /** The best so many, by score, then by filing. */
    public static List<Grant> scored(List<Request> requests, int places, Money budget) {
        Comparator<Request> best =
                Comparator.comparingLong(Request::score).reversed().thenComparing(Request::at);
        return inOrder(sorted(requests, best), budget, places);
    }

    /**
     * All in full when the budget allows; else each the same share of it, whole fen, summing exactly to the budget: what is left
     * over goes a fen each to the largest remainders.
     */
    public static List<Grant> proRata(List<Request> requests, Money budget) {
        List<Request> ordered = sorted(requests, Comparator.comparing(Request::id));
        List<Long> asked =
                ordered.stream().map(request -> request.asked().fen()).toList();
        long all = asked.stream().reduce(0L, Math::addExact);
        List<Long> granted = all <= budget.fen() ? asked : divide(Math.max(0, budget.fen()), asked);
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Request request = ordered.get(i);
            Reason reason = granted.get(i).equals(asked.get(i)) ? Reason.FULL : Reason.REDUCED;
            grants.add(new Grant(request.id(), request.asked(), new Money(granted.get(i)), reason));
        }
        return grants;
    }

    /**
     * A whole divided by weights into whole parts that sum to it exactly: each rounded down, and what is left over one each to
     * the largest remainders, of equal ones the first.
     *
     * @throws IllegalArgumentException when the whole or a weight is negative, or no weight is positive but the whole is
     */
    public static List<Long> divide(long whole, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (whole < 0 || weights.stream().anyMatch(weight -> weight < 0) || (sum.signum() == 0 && whole > 0)) {
            throw new IllegalArgumentException(whole + " by " + weights);
        }
        if (sum.signum() == 0) {
            return weights;
        }
        long[] parts = new long[weights.size()];
        BigInteger[] rests = new BigInteger[parts.length];
        long left = whole;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] halves = BigInteger.valueOf(whole)
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(sum);
            parts[i] = halves[0].longValueExact();
            rests[i] = halves[1];
            left -= parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rests[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return Arrays.stream(parts).boxed().toList();
    }

    private static List<Grant> inOrder(List<Request> ordered, Money budget, int places) {
        List<Grant> grants = new ArrayList<>();
        long left = Math.max(0, budget.fen());
        for (int i = 0; i < ordered.size(); i++) {
            Request request = ordered.get(i);
            long asked = request.asked().fen();
            long granted = i < places ? Math.min(asked, left) : 0;
            left -= granted;
            Reason reason = i >= places
                    ? Reason.NO_PLACE
                    : granted == asked ? Reason.FULL : granted > 0 ? Reason.REST : Reason.NO_BUDGET;
            grants.add(new Grant(request.id(), request.asked(), new Money(granted), reason));
        }
        return grants;
    }

    private static List<Request> sorted(List<Request> requests, Comparator<Request> order) {
        return requests.stream().sorted(order.thenComparing(Request::id)).toList();
    }
}
