package cn.zhirong.rule;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an evaluation stands: the situation, the record looked at if any with the list it is of, and the rule and benefit whose
 * past counts.
 *
 * @param around where the list was looked into; null for the list of the rule itself, and where no record is looked at
 */
record Scope(
        Situation situation,
        @Nullable FactRecord record,
        @Nullable FactDefinition list,
        @Nullable Scope around,
        String rule,
        String benefit) {
    /** What a record itself is called, beside what is known of it. */
    private static final FactRef NAME = FactRef.field(
            new FactDefinition("id", "编号", FactType.CODE, Changeable.NEVER, "编号是什么？", "", Map.of(), Map.of()));

    /** Of the firm. */
    Scope(Situation situation, String rule, String benefit) {
        this(situation, null, null, null, rule, benefit);
    }

    Scope at(FactRef of, FactRecord other) {
        return new Scope(situation, other, of.definition(), this, rule, benefit);
    }

    LocalDate asked() {
        return situation.asked();
    }

    /** What the record around the one looked at is called; null where there is none around it. */
    @Nullable
    Input outerName() {
        FactRecord outer = around == null ? null : around.record;
        return around == null || outer == null
                ? null
                : new Input(NAME, Value.of(outer.id()), outer.provenance(), outer.id(), around.list);
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
