package cn.zhirong.drafting;

import org.jspecify.annotations.Nullable;

/**
 * What a trial found for one firm.
 *
 * @param fen what it would get for certain
 * @param before what the version in force gives it; null where there is none
 */
public record TrialOutcome(
        long id, TrialClass now, long fen, @Nullable TrialClass before, long beforeFen) {
    /** What changes for it; {@link TrialChange#NONE} where nothing is in force and it gets nothing. */
    public TrialChange change() {
        return TrialChange.of(now, fen, beforeFen);
    }

    /** How much more it gets; below zero for less. */
    public long differenceFen() {
        return fen - beforeFen;
    }
}
