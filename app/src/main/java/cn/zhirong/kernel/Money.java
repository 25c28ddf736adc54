package cn.zhirong.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of renminbi.
 *
 * @param fen in 分; may be negative where something is to be returned
 */
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** What a person may write: 10万亿元. Sums and products of such amounts are far from overflowing. */
    public static final Money MOST_WRITTEN = new Money(1_000_000_000_000_000L);

    private static final Pattern WRITTEN = Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,10})?)(分|元|万元|亿元)");
    private static final long FEN_OF_WAN = 1_000_000;

    /** Whole yuan. */
    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, 100));
    }

    /** Whole 万元. */
    public static Money ofWan(long wan) {
        return new Money(Math.multiplyExact(wan, FEN_OF_WAN));
    }

    /**
     * What a person wrote, with its unit: {@code 50万元}, {@code 3000元}, {@code 0.5元}; empty when there is no unit, when it is
     * finer than a fen, or beyond {@link #MOST_WRITTEN}.
     */
    public static Optional<Money> written(String words) {
        Matcher matcher =
                WRITTEN.matcher(words.replace(",", "").replace("，", "").strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = switch (matcher.group(2)) {
            case "分" -> 1;
            case "元" -> 100;
            case "万元" -> FEN_OF_WAN;
            default -> 10_000 * FEN_OF_WAN;
        };
        BigDecimal fen = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .stripTrailingZeros();
        boolean fits = fen.scale() <= 0 && fen.abs().compareTo(BigDecimal.valueOf(MOST_WRITTEN.fen)) <= 0;
        return fits ? Optional.of(new Money(fen.longValueExact())) : Optional.empty();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** This amount × the rate. */
    public Money times(Rate rate, Rounding rounding) {
        return new Money(rounding.ratio(fen, rate.ppm(), Rate.ONE_PPM));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** As people read it, exact to the fen: {@code 1.5亿元}, {@code 50万元}, {@code 12345.67元}. */
    public String words() {
        long size = Math.abs(fen);
        if (size >= 10_000 * FEN_OF_WAN && size % (100 * FEN_OF_WAN) == 0) {
            return decimal(10_000 * FEN_OF_WAN) + "亿元";
        }
        return size >= FEN_OF_WAN && size % 10_000 == 0 ? decimal(FEN_OF_WAN) + "万元" : decimal(100) + "元";
    }

    private String decimal(long unit) {
        return BigDecimal.valueOf(fen)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public String toString() {
        return words();
    }
}
