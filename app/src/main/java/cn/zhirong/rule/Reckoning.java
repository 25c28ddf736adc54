package cn.zhirong.rule;

import java.util.List;

/**
 * What came of a formula, and of what. What is not known lies somewhere from {@code least} to {@code most}.
 *
 * @param detail what was used besides facts and parts, in Chinese: the parameter's day, the row; empty for none
 * @param findings the conditions that decided
 * @param waits whether it is not known, and nothing is missing for it but what an officer must judge
 */
public record Reckoning(
        Formula formula,
        long least,
        long most,
        String detail,
        List<Reckoning> parts,
        List<Finding> findings,
        List<Input> inputs,
        boolean waits) {
    static final long NOTHING_KNOWN_LEAST = Long.MIN_VALUE;
    static final long NOTHING_KNOWN_MOST = Long.MAX_VALUE;

    static Reckoning known(Formula formula, long number, List<Reckoning> parts) {
        return new Reckoning(formula, number, number, "", parts, List.of(), List.of(), false);
    }

    static Reckoning unknown(Formula formula, List<Reckoning> parts) {
        boolean waits = false;
        for (Reckoning part : parts) {
            if (!part.isKnown() && !part.waits) {
                return unknown(formula, parts, false);
            }
            waits |= part.waits;
        }
        return unknown(formula, parts, waits);
    }

    static Reckoning unknown(Formula formula, List<Reckoning> parts, boolean waits) {
        return new Reckoning(formula, NOTHING_KNOWN_LEAST, NOTHING_KNOWN_MOST, "", parts, List.of(), List.of(), waits);
    }

    Reckoning because(String words) {
        return new Reckoning(formula, least, most, words, parts, findings, inputs, waits);
    }

    Reckoning judged(List<Finding> judged) {
        return new Reckoning(formula, least, most, detail, parts, judged, inputs, waits);
    }

    Reckoning of(List<Input> looked) {
        return new Reckoning(formula, least, most, detail, parts, findings, looked, waits);
    }

    /** Whether it is one number. */
    public boolean isKnown() {
        return least == most;
    }

    /**
     * The number.
     *
     * @throws IllegalStateException when it is not known
     */
    public long number() {
        if (!isKnown()) {
            throw new IllegalStateException("not known: " + formula);
        }
        return least;
    }
}
