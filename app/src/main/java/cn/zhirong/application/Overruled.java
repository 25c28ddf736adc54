package cn.zhirong.application;

import cn.zhirong.application.Findings.Judgement;
import cn.zhirong.application.Findings.Override;
import cn.zhirong.rule.Criterion;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactRef;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule and facts with what officers said of them. A criterion that is overruled stays where it is, with its own result beside
 * what the officer says: taken for met it reads "this, or so the officer says", taken for not met "this, and the officer says so".
 * So the trace shows both, and the reason as its evidence.
 */
record Overruled(Rule rule, Facts facts) {
    /** The conditions of the firm, and of each record. */
    static final String FIRM = "f";

    static final String RECORDS = "r";

    /**
     * What only an officer can say is what the findings say: whatever the facts say of it does not count.
     *
     * @throws IllegalArgumentException or an {@link IndexOutOfBoundsException} where an override does not fit
     */
    static Overruled of(Rule rule, Facts facts, Findings findings) {
        LocalDate on = findings.on();
        Set<String> judged = judged(rule);
        Facts known = facts;
        for (String name : judged) {
            known = known.without(name);
        }
        for (Judgement judgement : findings.judgements()) {
            if (judged.contains(judgement.fact())) {
                known = known.with(judgement.fact(), said(judgement.yes(), judgement.reason(), on));
            }
        }
        Criterion firm = rule.conditions();
        Criterion records = rule.itemConditions();
        int number = 0;
        for (Override override : findings.overrides()) {
            number++;
            FactDefinition definition = StandardFacts.judged("overruled-" + number, label(override));
            if (isOfRecords(override)) {
                mustBeSingle(rule.itemConditions(), override);
                records = replaced(records, place(override), 0, override, FactRef.field(definition));
                known = marked(rule, known, override, definition.name(), on);
            } else {
                mustBeSingle(rule.conditions(), override);
                firm = replaced(firm, place(override), 0, override, FactRef.fact(definition));
                known = known.with(definition.name(), said(override.met(), override.reason(), on));
            }
        }
        Rule overruled = new Rule(
                rule.id(),
                rule.name(),
                rule.basis(),
                rule.each(),
                firm,
                records,
                rule.benefits(),
                rule.caps(),
                rule.relations(),
                rule.roundToFen(),
                rule.rounding());
        return new Overruled(overruled, known);
    }

    /** The facts of the firm that a rule leaves to an officer. */
    static Set<String> judged(Rule rule) {
        Set<String> names = new TreeSet<>();
        collect(rule.conditions(), names);
        collect(rule.itemConditions(), names);
        return names;
    }

    /** Those findings of an earlier look that a rule and facts still have room for. */
    static Findings fitting(Rule rule, Facts facts, Findings findings) {
        Set<String> judged = judged(rule);
        return new Findings(
                findings.on(),
                findings.judgements().stream()
                        .filter(one -> judged.contains(one.fact()))
                        .toList(),
                findings.overrides().stream()
                        .filter(one -> fits(rule, facts, new Findings(findings.on(), List.of(), List.of(one))))
                        .toList());
    }

    private static boolean fits(Rule rule, Facts facts, Findings findings) {
        try {
            of(rule, facts, findings);
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException notThere) {
            return false;
        }
    }

    private static void collect(Criterion criterion, Set<String> names) {
        switch (criterion) {
            case Criterion.All all -> all.parts().forEach(part -> collect(part, names));
            case Criterion.Some some -> some.parts().forEach(part -> collect(part, names));
            case Criterion.Not not -> collect(not.part(), names);
            case Criterion.Judged judged -> {
                if (!judged.fact().ofRecord()) {
                    names.add(judged.fact().definition().name());
                }
            }
            case Criterion.Leaf leaf -> {}
        }
    }

    /** Of the firm no record is named, of records one. */
    private static boolean isOfRecords(Override override) {
        boolean records = override.place().matches(RECORDS + "(\\.[0-9]{1,4})*");
        boolean firm = override.place().matches(FIRM + "(\\.[0-9]{1,4})*");
        if (records == firm || records == override.record().isEmpty()) {
            throw new IllegalArgumentException(override.place() + " is no place of " + override.record());
        }
        return records;
    }

    /** Looked up in the rule as it is written: an override before has put more in its place. */
    private static void mustBeSingle(Criterion whole, Override override) {
        Criterion at = whole;
        for (int part : place(override)) {
            at = switch (at) {
                case Criterion.All all -> all.parts().get(part);
                case Criterion.Some some -> some.parts().get(part);
                case Criterion.Not not -> not.part();
                case Criterion.Leaf leaf ->
                    throw new IllegalArgumentException(override.place() + " leads below a criterion");
            };
        }
        if (!(at instanceof Criterion.Leaf)) {
            throw new IllegalArgumentException(override.place() + " is no single criterion");
        }
    }

    private static String label(Override override) {
        String what = override.met() ? "本项按符合认定" : "本项符合";
        return override.record().isEmpty() ? what : what + "（仅限" + override.record() + "）";
    }

    /** The way down from the top: empty for the whole. */
    private static List<Integer> place(Override override) {
        return Stream.of(override.place().split("\\."))
                .skip(1)
                .map(Integer::valueOf)
                .toList();
    }

    private static Criterion replaced(Criterion of, List<Integer> place, int depth, Override override, FactRef said) {
        if (depth == place.size()) {
            Criterion judged = new Criterion.Judged(said, leaf(of).clause());
            return override.met() ? new Criterion.Some(1, List.of(of, judged)) : new Criterion.All(List.of(of, judged));
        }
        int at = place.get(depth);
        return switch (of) {
            case Criterion.All all -> new Criterion.All(replaced(all.parts(), at, place, depth, override, said));
            case Criterion.Some some ->
                new Criterion.Some(some.least(), replaced(some.parts(), at, place, depth, override, said));
            case Criterion.Not not -> new Criterion.Not(replaced(not.part(), place, depth + 1, override, said));
            case Criterion.Leaf leaf ->
                throw new IllegalArgumentException(override.place() + " leads below a criterion");
        };
    }

    /** What stands there, below what was said of it for other records. */
    private static Criterion.Leaf leaf(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> leaf(all.parts().getFirst());
            case Criterion.Some some -> leaf(some.parts().getFirst());
            case Criterion.Not not -> leaf(not.part());
            case Criterion.Leaf leaf -> leaf;
        };
    }

    private static List<Criterion> replaced(
            List<Criterion> parts, int at, List<Integer> place, int depth, Override override, FactRef said) {
        List<Criterion> others = new ArrayList<>(parts);
        others.set(at, replaced(parts.get(at), place, depth + 1, override, said));
        return others;
    }

    /** Each record says whether it is the one: the others are judged by the criterion alone. */
    private static Facts marked(Rule rule, Facts facts, Override override, String field, LocalDate on) {
        FactRef each = rule.each();
        Fact list = each == null ? null : facts.get(each.definition().name());
        if (each == null || list == null || !(list.value() instanceof Value.Records records)) {
            throw new IllegalArgumentException("there are no records to overrule");
        }
        if (records.records().stream().noneMatch(record -> record.id().equals(override.record()))) {
            throw new IllegalArgumentException("there is no record " + override.record());
        }
        List<FactRecord> marked = records.records().stream()
                .map(record -> {
                    boolean isIt = record.id().equals(override.record());
                    Map<String, Value> values = new HashMap<>(record.values());
                    values.put(field, Value.of(isIt == override.met()));
                    Provenance provenance =
                            isIt ? new Provenance(Source.VERIFIED, on, override.reason()) : record.provenance();
                    return new FactRecord(record.id(), values, provenance);
                })
                .toList();
        return facts.with(each.definition().name(), new Fact(Value.ofRecords(marked), list.provenance()));
    }

    private static Fact said(boolean yes, String reason, LocalDate on) {
        return new Fact(Value.of(yes), new Provenance(Source.VERIFIED, on, reason));
    }
}
