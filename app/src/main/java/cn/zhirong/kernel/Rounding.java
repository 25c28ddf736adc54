package cn.zhirong.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Where a division of whole numbers puts its remainder. Every division of money names one. */
public enum Rounding {
    /** Towards zero: what is less than the unit is left out. */
    DOWN("舍去尾数", RoundingMode.DOWN),
    /** To the nearest, a half away from zero. */
    HALF_UP("四舍五入", RoundingMode.HALF_UP),
    /** Away from zero: what is less than the unit counts as one. */
    UP("尾数进一", RoundingMode.UP);

    private final String words;
    private final RoundingMode mode;

    Rounding(String words, RoundingMode mode) {
        this.words = words;
        this.mode = mode;
    }

    /** In Chinese. */
    public String words() {
        return words;
    }

    /**
     * {@code value × times ÷ by}, rounded once.
     *
     * @throws ArithmeticException when {@code by} is zero or the result does not fit
     */
    public long ratio(long value, long times, long by) {
        if (value >= 0 && times >= 0 && by > 0 && Math.multiplyHigh(value, times) == 0) {
            long product = value * times;
            if (product >= 0) {
                return rounded(product, by);
            }
        }
        BigInteger product = BigInteger.valueOf(value).multiply(BigInteger.valueOf(times));
        return divide(product, BigInteger.valueOf(by));
    }

    /**
     * {@code dividend ÷ divisor}, rounded once.
     *
     * @throws ArithmeticException when {@code divisor} is zero or the result does not fit
     */
    public long divide(BigInteger dividend, BigInteger divisor) {
        return new BigDecimal(dividend)
                .divide(new BigDecimal(divisor), 0, mode)
                .toBigIntegerExact()
                .longValueExact();
    }

    private long rounded(long product, long by) {
        long whole = product / by;
        long rest = product % by;
        boolean up = switch (this) {
            case DOWN -> false;
            case HALF_UP -> rest >= by - rest;
            case UP -> rest > 0;
        };
        return up ? Math.addExact(whole, 1) : whole;
    }
}
