package cn.zhirong.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One figure over several rounds. */
public record Spread(double median, double least, double most) {

    /** Median, least and most. */
    public static Spread of(List<Double> rounds) {
        double[] sorted =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? new Spread(Double.NaN, Double.NaN, Double.NaN)
                : new Spread(
                        (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
                        sorted[0],
                        sorted[sorted.length - 1]);
    }

    /** Of sorted figures: the smallest that at least this share of them does not exceed. */
    public static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, Math.min(sorted.length - 1, index))];
    }

    static double[] sorted(double[] figures, int count) {
        double[] sorted = Arrays.copyOf(figures, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** For a JSON line. */
    Map<String, Double> figures() {
        return Map.of("median", round(median), "min", round(least), "max", round(most));
    }

    private static double round(double figure) {
        return Double.isFinite(figure) ? Math.round(figure * 10_000) / 10_000.0 : -1;
    }

    /** For a table: {@code 2.31 [2.10..2.40]}. */
    @Override
    public String toString() {
        return "%s [%s..%s]".formatted(shown(median), shown(least), shown(most));
    }

    static String shown(double figure) {
        double size = Math.abs(figure);
        String pattern =
                size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, figure);
    }
}
