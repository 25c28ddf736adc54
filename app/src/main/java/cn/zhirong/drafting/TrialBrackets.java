package cn.zhirong.drafting;

import cn.zhirong.kernel.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Amounts by size. A bracket ends with its limit: ten thousand yuan are in the first, a fen more is in the second. */
final class TrialBrackets {
    private static final long WAN = 1_000_000;

    /** In fen; beyond the last there is no limit. */
    private static final long[] LIMITS = {
        WAN, 5 * WAN, 10 * WAN, 20 * WAN, 50 * WAN, 100 * WAN, 200 * WAN, 500 * WAN, 1_000 * WAN
    };

    private final int[] firms = new int[LIMITS.length + 1];
    private final long[] fen = new long[LIMITS.length + 1];

    /** Only what is granted is counted. */
    void add(long amountFen) {
        if (amountFen > 0) {
            int place = Arrays.binarySearch(LIMITS, amountFen);
            int at = place >= 0 ? place : -place - 1;
            firms[at]++;
            fen[at] = Math.addExact(fen[at], amountFen);
        }
    }

    /** From the smallest. */
    List<TrialResult.Bracket> all() {
        List<TrialResult.Bracket> all = new ArrayList<>();
        for (int at = 0; at < firms.length; at++) {
            all.add(new TrialResult.Bracket(label(at), firms[at], fen[at]));
        }
        return all;
    }

    private static String label(int at) {
        if (at == 0) {
            return "不超过" + new Money(LIMITS[0]).words();
        }
        if (at == LIMITS.length) {
            return "超过" + new Money(LIMITS[at - 1]).words();
        }
        return wan(LIMITS[at - 1]) + "至" + new Money(LIMITS[at]).words();
    }

    private static long wan(long fen) {
        return fen / WAN;
    }
}
