package cn.zhirong.rule;

import org.jspecify.annotations.Nullable;

/**
 * A fact that was looked at.
 *
 * @param value null when it is not known
 * @param provenance null when it is not known
 * @param record the record it is a field of; null for a fact of the firm
 * @param list the list that the record is of; null for a fact of the firm
 */
public record Input(
        FactRef fact,
        @Nullable Value value,
        @Nullable Provenance provenance,
        @Nullable String record,
        @Nullable FactDefinition list) {
    /** Whether all of it is known: a list of which only a part was told is not. */
    boolean isWhole() {
        return value instanceof Value.Records records ? records.whole() : value != null;
    }
}
