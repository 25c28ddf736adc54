package cn.zhirong.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an evaluation stands: the situation, the record looked at if any with the list it is of, and the rule and benefit whose
 * past counts.
 */
record Scope(
        Situation situation,
        @Nullable FactRecord record,
        @Nullable FactDefinition list,
        String rule,
        String benefit) {
    /** Of the firm. */
    Scope(Situation situation, String rule, String benefit) {
        this(situation, null, null, rule, benefit);
    }

    Scope at(FactRef of, FactRecord other) {
        return new Scope(situation, other, of.definition(), rule, benefit);
    }

    LocalDate asked() {
        return situation.asked();
    }

    Input look(FactRef fact) {
        if (fact.ofRecord()) {
            Value value = record == null ? null : record.value(fact.name());
            return new Input(
                    fact,
                    value,
                    value == null || record == null ? null : record.provenance(),
                    record == null ? null : record.id(),
                    list);
        }
        Fact known = situation.facts().get(fact.name());
        return known == null
                ? new Input(fact, null, null, null, null)
                : new Input(fact, known.value(), known.provenance(), null, null);
    }
}
