package cn.zhirong.rule;

/**
 * A verdict for each of many firms: a bit for met, one for not met; neither is open. Of what is open, a third bit tells what only
 * an officer can say.
 */
record Bits(long[] met, long[] denied, long[] officer) {
    static Bits of(int size) {
        int words = (size + 63) >>> 6;
        return new Bits(new long[words], new long[words], new long[words]);
    }

    static Bits allMet(int size) {
        Bits bits = of(size);
        for (int at = 0; at < size; at++) {
            bits.met[at >>> 6] |= 1L << at;
        }
        return bits;
    }

    void set(int at, Verdict verdict) {
        long bit = 1L << at;
        switch (verdict) {
            case MET -> met[at >>> 6] |= bit;
            case NOT_MET -> denied[at >>> 6] |= bit;
            case OFFICER -> officer[at >>> 6] |= bit;
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
                        : (officer[word] & bit) != 0 ? Verdict.OFFICER : Verdict.UNKNOWN;
    }

    /** Both: denied by either; for an officer where neither is unknown. */
    void and(Bits other) {
        for (int i = 0; i < met.length; i++) {
            long settled = (met[i] | officer[i]) & (other.met[i] | other.officer[i]);
            met[i] &= other.met[i];
            denied[i] |= other.denied[i];
            officer[i] = settled & ~met[i];
        }
    }

    /** Either: met by either; for an officer where neither is unknown and not both are denied. */
    void or(Bits other) {
        for (int i = 0; i < met.length; i++) {
            long settled = (denied[i] | officer[i]) & (other.denied[i] | other.officer[i]);
            met[i] |= other.met[i];
            denied[i] &= other.denied[i];
            officer[i] = settled & ~denied[i] & ~met[i];
        }
    }

    Bits not() {
        return new Bits(denied.clone(), met.clone(), officer.clone());
    }

    Bits copy() {
        return new Bits(met.clone(), denied.clone(), officer.clone());
    }
}
