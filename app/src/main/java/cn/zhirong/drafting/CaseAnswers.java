package cn.zhirong.drafting;

import cn.zhirong.kernel.Money;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.rule.Verdict;
import cn.zhirong.subsidy.FactWords;
import cn.zhirong.web.FormReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what came back in a {@link CaseForm}. */
final class CaseAnswers {
    private final Map<FactDefinition, Set<String>> asked;
    private final Map<String, String> form;
    private final Facts known;
    private final FormReader reader;

    CaseAnswers(Map<FactDefinition, Set<String>> asked, Map<String, String> form, Facts known) {
        this.asked = asked;
        this.form = form;
        this.known = known;
        this.reader = new FormReader(form);
    }

    RuleCase read(long id) {
        String name = reader.line("name", "案例名称", 1, 100);
        LocalDate typed = Days.read(reader, "asked", "申请日", false);
        LocalDate day = typed == null ? LocalDate.EPOCH : typed;
        Verdict expected = Stream.of(Verdict.values())
                .filter(one -> one.name().equals(reader.raw("expected")))
                .findFirst()
                .orElseGet(() -> {
                    reader.wrong("expected", "请选择预期结论。");
                    return Verdict.MET;
                });
        Long fen = amount();
        Provenance said = new Provenance(Source.DECLARED, day, "");
        Map<String, Fact> facts = new HashMap<>(known.all());
        asked.forEach((definition, fields) -> {
            Optional<Value> value = definition.type() == FactType.RECORDS
                    ? records(definition, fields, said)
                    : single("fact." + definition.name(), definition);
            Fact already = known.get(definition.name());
            if (value.isEmpty() && (already == null || !isShownEmpty(already.value()))) {
                facts.remove(definition.name());
            } else if (value.isPresent() && (already == null || !already.value().equals(value.get()))) {
                facts.put(definition.name(), new Fact(value.get(), said));
            }
        });
        reader.check();
        return new RuleCase(id, name, day, Facts.of(facts), expected, fen);
    }

    /** None of several words is known, and looks in the form as if it were not. */
    private static boolean isShownEmpty(Value value) {
        return value instanceof Value.Codes codes && codes.codes().isEmpty();
    }

    private @Nullable Long amount() {
        String typed = reader.raw("amount").replace(",", "");
        if (typed.isEmpty()) {
            return null;
        }
        Optional<Money> money = Money.written(typed + (typed.matches(".*[元分]") ? "" : "元"));
        if (money.isEmpty() || money.get().fen() < 0) {
            reader.wrong("amount", "预期金额是以元为单位的数，精确到分，不小于 0，例如 75000 或者 75000.50。");
        }
        return money.map(Money::fen).orElse(null);
    }

    private Optional<Value> single(String field, FactDefinition definition) {
        String typed = reader.raw(field);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> value = FactWords.typed(definition, typed);
        if (value.isEmpty()) {
            reader.wrong(field, definition.label() + "：" + FactWords.hint(definition) + "。");
        }
        return value;
    }

    private Optional<Value> records(FactDefinition list, Set<String> fields, Provenance said) {
        List<FactRecord> beyond = beyond(known.get(list.name()));
        List<FactRecord> records = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        beyond.forEach(record -> ids.add(record.id()));
        for (int i = 0; i < CaseForm.rows(form, list.name()); i++) {
            String row = "list." + list.name() + "." + i;
            String id = reader.line(row + ".id", list.label() + "第" + (i + 1) + "行的编号", 1, 100);
            if (!ids.add(id)) {
                reader.wrong(row + ".id", list.label() + "的编号“" + id + "”重复。");
            }
            FactRecord already = knownRecord(list, id);
            Map<String, Value> values = new HashMap<>(already == null ? Map.of() : already.values());
            for (String field : fields) {
                FactDefinition definition = list.fields().get(field);
                Value was = values.get(field);
                if (definition != null) {
                    Optional<Value> value = single(row + "." + field, definition);
                    if (value.isPresent()) {
                        values.put(field, value.get());
                    } else if (was != null && !isShownEmpty(was)) {
                        values.remove(field);
                    }
                }
            }
            if (!id.isEmpty()) {
                records.add(
                        already != null && already.values().equals(values)
                                ? already
                                : new FactRecord(id, values, said));
            }
        }
        records.addAll(beyond);
        boolean answered = !records.isEmpty()
                || form.getOrDefault("known." + list.name(), "").equals("yes");
        return answered ? Optional.of(Value.ofRecords(records)) : Optional.empty();
    }

    private @Nullable FactRecord knownRecord(FactDefinition list, String id) {
        Fact fact = known.get(list.name());
        return fact != null && fact.value() instanceof Value.Records all
                ? all.records().stream()
                        .filter(record -> record.id().equals(id))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The records of a list that the form has no room for. */
    static List<FactRecord> beyond(@Nullable Fact known) {
        return known != null
                        && known.value() instanceof Value.Records all
                        && all.records().size() > CaseForm.MOST_ROWS
                ? all.records().subList(CaseForm.MOST_ROWS, all.records().size())
                : List.of();
    }
}
