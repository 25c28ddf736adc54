package cn.zhirong.rule;

import java.util.Arrays;

/**
 * A verdict for each of many firms: a bit for met, one for not met; neither is open. Of what is open, a third bit tells what only
 * an officer can say; most conditions have none, and then there are no such bits.
 */
final class Bits {
    private static final long[] NO_OFFICER = {};

    private final int size;
    private final long[] met;
    private final long[] denied;
    private long[] officer;

    private Bits(int size, long[] met, long[] denied, long[] officer) {
        this.size = size;
        this.met = met;
        this.denied = denied;
        this.officer = officer;
    }

    /** All unknown. */
    static Bits of(int size) {
        int words = (size + 63) >>> 6;
        return new Bits(size, new long[words], new long[words], NO_OFFICER);
    }

    static Bits allMet(int size) {
        Bits bits = of(size);
        Arrays.fill(bits.met, -1);
        bits.cut(bits.met);
        return bits;
    }

    /** To be filled; no bit beyond the last firm may be set. */
    long[] met() {
        return met;
    }

    /** To be filled; no bit beyond the last firm may be set. */
    long[] denied() {
        return denied;
    }

    int size() {
        return size;
    }

    void set(int at, Verdict verdict) {
        long bit = 1L << at;
        int word = at >>> 6;
        met[word] &= ~bit;
        denied[word] &= ~bit;
        if (officer.length > 0) {
            officer[word] &= ~bit;
        }
        switch (verdict) {
            case MET -> met[word] |= bit;
            case NOT_MET -> denied[word] |= bit;
            case OFFICER -> officers()[word] |= bit;
            case UNKNOWN -> {}
        }
    }

    Verdict get(int at) {
        long bit = 1L << at;
        int word = at >>> 6;
        return (met[word] & bit) != 0
                ? Verdict.MET
                : (denied[word] & bit) != 0
                        ? Verdict.NOT_MET
                        : officer.length > 0 && (officer[word] & bit) != 0 ? Verdict.OFFICER : Verdict.UNKNOWN;
    }

    int count(Verdict verdict) {
        return switch (verdict) {
            case MET -> count(met);
            case NOT_MET -> count(denied);
            case OFFICER -> count(officer);
            case UNKNOWN -> size - count(met) - count(denied) - count(officer);
        };
    }

    /** What is unknown becomes what an officer must say. */
    void openToOfficer() {
        long[] open = officers();
        for (int i = 0; i < open.length; i++) {
            open[i] = ~(met[i] | denied[i]);
        }
        cut(open);
    }

    /** Both: denied by either; for an officer where neither is unknown. */
    void and(Bits other) {
        if (officer.length > 0 || other.officer.length > 0) {
            long[] mine = officers();
            long[] others = other.officers();
            for (int i = 0; i < met.length; i++) {
                long settled = (met[i] | mine[i]) & (other.met[i] | others[i]);
                mine[i] = settled & ~(met[i] & other.met[i]);
            }
        }
        both(met, other.met);
        either(denied, other.denied);
    }

    /** Either: met by either; for an officer where neither is unknown and not both are denied. */
    void or(Bits other) {
        if (officer.length > 0 || other.officer.length > 0) {
            long[] mine = officers();
            long[] others = other.officers();
            for (int i = 0; i < met.length; i++) {
                long settled = (denied[i] | mine[i]) & (other.denied[i] | others[i]);
                mine[i] = settled & ~(denied[i] & other.denied[i]) & ~(met[i] | other.met[i]);
            }
        }
        either(met, other.met);
        both(denied, other.denied);
    }

    /** The opposite; shares what it can with this one. */
    Bits not() {
        return new Bits(size, /* met= */ denied, /* denied= */ met, officer);
    }

    Bits copy() {
        return new Bits(size, met.clone(), denied.clone(), officer.length == 0 ? NO_OFFICER : officer.clone());
    }

    // Loops as plain as these are turned into vector instructions.

    private static void both(long[] mine, long[] others) {
        for (int i = 0; i < mine.length; i++) {
            mine[i] &= others[i];
        }
    }

    private static void either(long[] mine, long[] others) {
        for (int i = 0; i < mine.length; i++) {
            mine[i] |= others[i];
        }
    }

    private static int count(long[] words) {
        int sum = 0;
        for (long word : words) {
            sum += Long.bitCount(word);
        }
        return sum;
    }

    private long[] officers() {
        if (officer.length == 0) {
            officer = new long[met.length];
        }
        return officer;
    }

    /** Takes away what lies beyond the last firm. */
    private void cut(long[] words) {
        if ((size & 63) != 0) {
            words[words.length - 1] &= (1L << size) - 1;
        }
    }
}
