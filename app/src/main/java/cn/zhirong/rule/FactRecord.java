package cn.zhirong.rule;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a list: a loan, a patent, an invoice.
 *
 * @param id how the world names it (contract number, patent number, invoice number): what was paid for it is
 *     not paid again, so a loan that is paid for year by year is a record a year
 * @param values what is known of it by field; a field that is not there is unknown
 */
public record FactRecord(String id, Map<String, Value> values, Provenance provenance) {
    public FactRecord {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a record needs a name");
        }
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The value of a field; null when unknown. */
    public @Nullable Value value(String field) {
        return values.get(field);
    }
}
