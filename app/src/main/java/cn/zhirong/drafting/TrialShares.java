package cn.zhirong.drafting;

import cn.zhirong.kernel.DateRange;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.kernel.Rounding;
import cn.zhirong.rule.Rationing;
import cn.zhirong.rule.Rationing.Grant;
import cn.zhirong.rule.Rationing.Request;
import cn.zhirong.subsidy.RationingWay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a budget leaves of what firms would get, by each way of rationing. Firms that applied come in the order of filing; the
 * others after them, in the order of the register.
 */
final class TrialShares {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Later than any filing; each firm of the register a second after the one before. */
    private static final Instant REGISTER = Instant.parse("9000-01-01T00:00:00Z");

    private static final int STEPS = 50;

    private final List<Request> requests = new ArrayList<>();
    private final Map<String, Instant> filed = new HashMap<>();
    private int scored;

    /**
     * @param fen what it asks for, more than 0
     * @param score null where it has none, which counts as 0
     */
    void add(TrialFirm firm, long fen, @Nullable Long score) {
        // Ids break ties in the order of their numbers; a firm may ask more than once.
        String id = "%019d-%09d".formatted(firm.id(), requests.size());
        Instant at = firm.filedAt() == null ? REGISTER.plusSeconds(requests.size()) : firm.filedAt();
        if (firm.filedAt() != null) {
            filed.put(id, at);
        }
        scored += score == null ? 0 : 1;
        requests.add(new Request(id, new Money(fen), at, score == null ? 0 : score));
    }

    List<TrialResult.Rationed> rationed(TrialBudget budget) {
        Money money = new Money(budget.fen());
        int places = budget.places() == null ? Integer.MAX_VALUE : budget.places();
        List<TrialResult.Rationed> all = new ArrayList<>();
        all.add(told(RationingWay.FIRST_COME, "", Rationing.firstCome(requests, money), budget));
        all.add(told(RationingWay.PRO_RATA, "", Rationing.proRata(requests, money), budget));
        all.add(
                budget.places() == null
                        ? impossible(RationingWay.FIRST_N, "没有填写名额，不能按名额试算。")
                        : told(RationingWay.FIRST_N, "", Rationing.firstN(requests, places, money), budget));
        all.add(
                scored == 0
                        ? impossible(RationingWay.SCORED, "这些企业都没有综合评分，不能按评分试算。")
                        : told(RationingWay.SCORED, unscored(), Rationing.scored(requests, places, money), budget));
        return all;
    }

    /** What the first so many ask together: from nobody to everybody, in at most {@value #STEPS} even steps. */
    List<Long> curve() {
        List<Grant> inOrder = Rationing.firstCome(requests, Money.ZERO);
        int steps = Math.min(STEPS, inOrder.size());
        List<Long> curve = new ArrayList<>();
        curve.add(0L);
        long sum = 0;
        int at = 0;
        for (int step = 1; step <= steps; step++) {
            int until = (int) ((long) inOrder.size() * step / steps);
            for (; at < until; at++) {
                sum = Math.addExact(sum, inOrder.get(at).asked().fen());
            }
            curve.add(sum);
        }
        return curve;
    }

    private String unscored() {
        int without = requests.size() - scored;
        return without == 0 ? "" : without + "家没有评分，排在最后。";
    }

    private static TrialResult.Rationed impossible(RationingWay way, String why) {
        return new TrialResult.Rationed(way, false, why, 0, 0, 0, 0, 0, null, null, 0);
    }

    private TrialResult.Rationed told(RationingWay way, String note, List<Grant> grants, TrialBudget budget) {
        int full = 0;
        int none = 0;
        long asked = 0;
        long granted = 0;
        Integer usedUpAt = null;
        for (int at = 0; at < grants.size(); at++) {
            Grant grant = grants.get(at);
            asked = Math.addExact(asked, grant.asked().fen());
            granted = Math.addExact(granted, grant.granted().fen());
            boolean whole = grant.granted().equals(grant.asked());
            full += whole ? 1 : 0;
            none += grant.granted().fen() == 0 ? 1 : 0;
            // By shares nobody is the one with whom it ends.
            if (!whole && usedUpAt == null && way != RationingWay.PRO_RATA) {
                usedUpAt = at + 1;
            }
        }
        return new TrialResult.Rationed(
                way,
                true,
                note,
                full,
                grants.size() - full - none,
                none,
                granted,
                budget.fen() - granted,
                usedUpAt,
                usedUpAt == null || way == RationingWay.SCORED ? null : day(grants, usedUpAt, budget.window()),
                asked == 0 ? Rate.ONE_PPM : Rounding.DOWN.ratio(granted, Rate.ONE_PPM, asked));
    }

    /** The day on which a firm applied, or would if all came evenly, each a part of the window. */
    private @Nullable LocalDate day(List<Grant> grants, int place, @Nullable DateRange window) {
        Instant at = filed.get(grants.get(place - 1).id());
        if (at != null) {
            return LocalDate.ofInstant(at, SHANGHAI);
        }
        if (window == null || window.until() == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(window.from(), window.until()) + 1;
        return window.from().plusDays((place - 1) * days / grants.size());
    }
}
