package cn.zhirong.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A generated firm as a bean, for engines that want one. Days are counted from 1970. */
public final class BenchFirm {
    private final long[] cells;
    private final String size;
    private final String industry;
    private final Set<String> honours = new HashSet<>();

    BenchFirm(BenchWorld world, int at) {
        cells = new long[BenchFact.values().length];
        for (BenchFact fact : BenchFact.values()) {
            cells[fact.ordinal()] = world.cells(fact)[at];
        }
        size = BenchFact.SIZE.words().get((int) cells[BenchFact.SIZE.ordinal()]);
        industry = BenchFact.INDUSTRY.words().get((int) cells[BenchFact.INDUSTRY.ordinal()]);
        for (int place = 0; place < BenchFact.HONOURS.words().size(); place++) {
            if ((cells[BenchFact.HONOURS.ordinal()] >>> place & 1) == 1) {
                honours.add(BenchFact.HONOURS.words().get(place));
            }
        }
    }

    long number(BenchFact fact) {
        return cells[fact.ordinal()];
    }

    boolean flag(BenchFact fact) {
        return cells[fact.ordinal()] == 1;
    }

    String word(BenchFact fact) {
        return fact == BenchFact.SIZE ? size : industry;
    }

    /** By the names of the properties, for CEL. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (BenchFact fact : BenchFact.values()) {
            values.put(
                    fact.property(),
                    switch (fact.definition().type()) {
                        case FLAG -> flag(fact);
                        case CODE -> word(fact);
                        case CODES -> List.copyOf(honours);
                        case MONEY, RATE, COUNT, DATE, RECORDS -> number(fact);
                    });
        }
        return values;
    }

    public long getRevenue() {
        return number(BenchFact.REVENUE);
    }

    public long getTotalAssets() {
        return number(BenchFact.TOTAL_ASSETS);
    }

    public long getNetAssets() {
        return number(BenchFact.NET_ASSETS);
    }

    public long getStaff() {
        return number(BenchFact.STAFF);
    }

    public long getRdShare() {
        return number(BenchFact.RD_SHARE);
    }

    public long getDebtRatio() {
        return number(BenchFact.DEBT_RATIO);
    }

    public long getScore() {
        return number(BenchFact.SCORE);
    }

    public long getFoundedOn() {
        return number(BenchFact.FOUNDED_ON);
    }

    public String getSize() {
        return size;
    }

    public String getIndustry() {
        return industry;
    }

    public Set<String> getHonours() {
        return honours;
    }

    public boolean isRegisteredHere() {
        return flag(BenchFact.REGISTERED_HERE);
    }

    public boolean isTaxHere() {
        return flag(BenchFact.TAX_HERE);
    }

    public boolean isBadCredit() {
        return flag(BenchFact.BAD_CREDIT);
    }

    public boolean isSeriousViolation() {
        return flag(BenchFact.SERIOUS_VIOLATION);
    }

    public boolean isStays() {
        return flag(BenchFact.STAYS);
    }

    public boolean isInReserve() {
        return flag(BenchFact.IN_RESERVE);
    }

    public boolean isGreen() {
        return flag(BenchFact.GREEN);
    }
}
