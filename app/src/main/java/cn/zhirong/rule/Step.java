package cn.zhirong.rule;

import org.jspecify.annotations.Nullable;

/**
 * What became of an amount after it was computed.
 *
 * @param usedFen what was already used of the cap
 * @param cap the cap that was applied, or null
 * @param limit what the cap was, or null
 */
public record Step(
        Way way,
        long beforeFen,
        long afterFen,
        long usedFen,
        @Nullable Cap cap,
        @Nullable Reckoning limit) {
    /** What happened. */
    public enum Way {
        /** A cap was looked at, whether or not it cut. */
        CAPPED,
        /** The same thing was already paid. */
        ALREADY_PAID,
        /** Rounded to whole units. */
        ROUNDED
    }
}
