package cn.zhirong.drafting;

import cn.zhirong.drafting.TrialResult.Bracket;
import cn.zhirong.drafting.TrialResult.Rationed;
import cn.zhirong.drafting.TrialResult.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lengths of the charts of a trial. */
final class TrialCharts {
    private static final int HEIGHT = 400;
    private static final int WIDTH = 1_000;

    private TrialCharts() {}

    static List<TrialResultView.Bar> classes(TrialResult result) {
        Side before = result.before();
        int most = Stream.concat(Stream.of(result.draft()), Stream.ofNullable(before))
                .flatMap(side -> side.classes().values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        // What neither version has is not drawn.
        return Arrays.stream(TrialClass.values())
                .filter(one -> result.draft().count(one) > 0 || (before != null && before.count(one) > 0))
                .map(one -> {
                    int now = result.draft().count(one);
                    int then = before == null ? 0 : before.count(one);
                    return new TrialResultView.Bar(
                            one.label(),
                            TrialWords.number(now),
                            share(now, most),
                            "",
                            TrialWords.number(then),
                            share(then, most),
                            "");
                })
                .toList();
    }

    static List<TrialResultView.Bar> brackets(TrialResult result) {
        List<Bracket> now = result.draft().brackets();
        Side before = result.before();
        List<Bracket> then = before == null ? List.of() : before.brackets();
        int most = Stream.concat(now.stream(), then.stream())
                .mapToInt(Bracket::firms)
                .max()
                .orElse(0);
        // From the first bracket to the last that has a firm; those between are drawn, empty or not.
        int last = now.size() - 1;
        while (last >= 0
                && now.get(last).firms() == 0
                && (then.isEmpty() || then.get(last).firms() == 0)) {
            last--;
        }
        List<TrialResultView.Bar> bars = new ArrayList<>();
        for (int at = 0; at <= last; at++) {
            Bracket one = now.get(at);
            Bracket other = then.isEmpty() ? new Bracket(one.label(), 0, 0) : then.get(at);
            bars.add(new TrialResultView.Bar(
                    one.label(),
                    TrialWords.number(one.firms()),
                    share(one.firms(), most),
                    TrialWords.money(one.fen()),
                    TrialWords.number(other.firms()),
                    share(other.firms(), most),
                    TrialWords.money(other.fen())));
        }
        return bars;
    }

    /** The sum asked grows from the left below to the right above. */
    static String curve(List<Long> sums) {
        long most = sums.getLast();
        if (sums.size() < 2 || most <= 0) {
            return "";
        }
        StringBuilder points = new StringBuilder();
        for (int at = 0; at < sums.size(); at++) {
            int x = WIDTH * at / (sums.size() - 1);
            points.append(at == 0 ? "" : " ").append(x).append(',').append(HEIGHT - height(sums.get(at), most));
        }
        return points.toString();
    }

    static int budgetLine(List<Long> sums, @Nullable Long budget) {
        long most = sums.getLast();
        return budget == null || most <= 0 || budget > most ? -1 : HEIGHT - height(budget, most);
    }

    static String curveWords(TrialResult result, @Nullable Long budget, String unit) {
        if (budget == null || result.rationings().isEmpty()) {
            return "";
        }
        Rationed first = result.rationings().getFirst();
        return first.usedUpAt() == null
                ? "预算 " + TrialWords.money(budget) + " 够用，剩 " + TrialWords.money(first.leftFen()) + "。"
                : "先到先得时，预算 " + TrialWords.money(budget) + " 用到第 " + TrialWords.number(first.usedUpAt()) + " " + unit
                        + "就不够了。";
    }

    private static int height(long part, long whole) {
        return share(part, whole) * HEIGHT / WIDTH;
    }

    /** In thousandths; what there is, is never drawn as nothing. */
    private static int share(long part, long whole) {
        if (part <= 0 || whole <= 0) {
            return 0;
        }
        long thousandths = BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(WIDTH))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
        return (int) Math.max(4, thousandths);
    }
}
