package cn.zhirong.rule;

import cn.zhirong.kernel.Rate;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A rate that changes with time, such as the LPR: each holds from its day until the next.
 *
 * @param name how rules write it
 * @param label in Chinese
 * @param keptUntil the last day for which it is known that nothing newer was published
 */
public record Series(String name, String label, NavigableMap<LocalDate, Rate> rates, LocalDate keptUntil) {
    public Series {
        rates = Collections.unmodifiableNavigableMap(new TreeMap<>(rates));
    }

    /** The day it was published and the rate that held on {@code day}; empty before the first and after what is kept. */
    public Optional<Map.Entry<LocalDate, Rate>> on(LocalDate day) {
        return day.isAfter(keptUntil) ? Optional.empty() : Optional.ofNullable(rates.floorEntry(day));
    }
}
