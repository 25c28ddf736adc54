package cn.zhirong.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share, an interest rate or a factor.
 *
 * @param ppm in millionths: 50 % is 500000, a basis point 100
 */
public record Rate(long ppm) implements Comparable<Rate> {
    /** The whole, in millionths. */
    public static final long ONE_PPM = 1_000_000;

    /** What a person may write: 100倍. */
    private static final long MOST_PPM = 100 * ONE_PPM;

    private static final Pattern WRITTEN = Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,6})?)(%|‰|bp|个?基点|倍)");

    /** Whole percent. */
    public static Rate percent(long percent) {
        return new Rate(Math.multiplyExact(percent, 10_000));
    }

    /**
     * What a person wrote, with its unit: {@code 50%}, {@code 8‰}, {@code 30bp}, {@code 1.2倍}; empty without a unit (30 might be
     * 30 % or thirtyfold), when finer than a millionth, or beyond 100倍.
     */
    public static Optional<Rate> written(String words) {
        Matcher matcher = WRITTEN.matcher(words.replace("％", "%").strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = switch (matcher.group(2)) {
            case "%" -> 10_000;
            case "‰" -> 1_000;
            case "倍" -> ONE_PPM;
            default -> 100;
        };
        BigDecimal ppm = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .stripTrailingZeros();
        boolean fits = ppm.scale() <= 0 && ppm.abs().compareTo(BigDecimal.valueOf(MOST_PPM)) <= 0;
        return fits ? Optional.of(new Rate(ppm.longValueExact())) : Optional.empty();
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(ppm, other.ppm);
    }

    /** In percent, exact: {@code 3.625%}. */
    public String words() {
        return decimal(10_000) + "%";
    }

    /** As a factor, exact: {@code 1.2倍}. */
    public String factor() {
        return decimal(ONE_PPM) + "倍";
    }

    private String decimal(long unit) {
        return BigDecimal.valueOf(ppm)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public String toString() {
        return words();
    }
}
