package cn.zhirong.subsidy;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what came back in a {@link FactForm}: what was left empty is unknown, what is wrong is told field by field. */
public final class FactAnswers {
    private static final int LONGEST = 200;

    private final FactForm form;
    private final Map<String, String> typed;
    private final Facts known;
    private final Provenance said;
    private final List<Refusal.Field> problems = new ArrayList<>();

    private FactAnswers(FactForm form, Map<String, String> typed, Facts known, LocalDate today) {
        this.form = form;
        this.typed = typed;
        this.known = known;
        this.said = new Provenance(Source.DECLARED, today, "");
    }

    /**
     * The facts that were typed.
     *
     * @param known what is known of the firm otherwise: an answer that says the same keeps its source; where the form does not
     *     ask, it stays
     * @param today the day on which answers are given
     */
    public static FactsJson.Reading read(FactForm form, Map<String, String> typed, Facts known, LocalDate today) {
        FactAnswers answers = new FactAnswers(form, typed, known, today);
        Map<String, Fact> facts = new HashMap<>(known.all());
        form.definitions().forEach(definition -> answers.answer(definition, facts));
        return new FactsJson.Reading(Facts.of(facts), List.copyOf(answers.problems));
    }

    /** How many rows of a list the form showed. */
    static int rows(Map<String, String> typed, String list) {
        String count = typed.getOrDefault("f-" + list + "-n", "");
        return count.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(count), 0, FactForm.MOST_ROWS) : 0;
    }

    private void answer(FactDefinition definition, Map<String, Fact> facts) {
        String name = definition.name();
        int before = problems.size();
        Optional<Value> value = switch (definition.type()) {
            case RECORDS -> records(definition);
            case CODES -> codes(definition, "f-" + name);
            default -> single(definition, "f-" + name);
        };
        if (value.isPresent()) {
            Fact already = known.get(name);
            facts.put(
                    name,
                    already != null && same(definition, already.value(), value.get())
                            ? already
                            : new Fact(value.get(), said));
        } else if (problems.size() == before) {
            facts.remove(name);
        }
    }

    /** Records of the register know more fields than a form asks for. */
    private boolean same(FactDefinition definition, Value known, Value answered) {
        if (!(known instanceof Value.Records before) || !(answered instanceof Value.Records after)) {
            return known.equals(answered);
        }
        Set<String> fields = form.wanted().getOrDefault(definition.name(), Set.of());
        if (before.records().size() != after.records().size()) {
            return false;
        }
        for (int at = 0; at < before.records().size(); at++) {
            FactRecord record = before.records().get(at);
            Map<String, Value> asked = new HashMap<>(record.values());
            asked.keySet().retainAll(fields);
            if (!record.id().equals(after.records().get(at).id())
                    || !asked.equals(after.records().get(at).values())) {
                return false;
            }
        }
        return true;
    }

    private Optional<Value> single(FactDefinition definition, String field) {
        String text = typed.getOrDefault(field, "").strip();
        if (FactForm.mayNotHaveCome(definition) && typed.containsKey(field + "-none")) {
            if (!text.isEmpty()) {
                problems.add(
                        new Refusal.Field(field, definition.label() + "：选了“" + Value.Day.NEVER_WORDS + "”，就不能再填日期。"));
            }
            return Optional.of(Value.Day.NEVER);
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> value = text.length() > LONGEST ? Optional.empty() : FactWords.typed(definition, text);
        if (value.isEmpty()) {
            problems.add(new Refusal.Field(field, definition.label() + "：" + FactWords.hint(definition) + "。"));
            return Optional.empty();
        }
        return value;
    }

    private Optional<Value> codes(FactDefinition definition, String field) {
        List<String> chosen = definition.codes().keySet().stream()
                .filter(code -> typed.containsKey(field + "-" + code))
                .toList();
        boolean none = typed.containsKey(field + "-none");
        if (none && !chosen.isEmpty()) {
            problems.add(new Refusal.Field(field, definition.label() + "：选了“以上都没有”，就不能再选其他项。"));
            return Optional.empty();
        }
        return chosen.isEmpty() && !none ? Optional.empty() : Optional.of(Value.ofCodes(chosen));
    }

    private Optional<Value> records(FactDefinition list) {
        String field = "f-" + list.name();
        List<FactRecord> records = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int number = 1; number <= rows(typed, list.name()); number++) {
            FactRecord record = record(list, field + "-" + number + "-", number);
            if (record != null && !ids.add(record.id())) {
                problems.add(new Refusal.Field(
                        field + "-" + number + "-id", list.label() + "的编号“" + record.id() + "”重复，请分开填写。"));
            } else if (record != null) {
                records.add(record);
            }
        }
        boolean none = typed.containsKey(field + "-none");
        if (none && !records.isEmpty()) {
            problems.add(new Refusal.Field(field + "-none", list.label() + "：选了“没有”，就不能再填写。"));
        }
        return records.isEmpty() && !none ? Optional.empty() : Optional.of(Value.ofRecords(records));
    }

    private @Nullable FactRecord record(FactDefinition list, String prefix, int number) {
        Map<String, Value> values = new HashMap<>();
        for (String field : form.wanted().getOrDefault(list.name(), Set.of())) {
            FactDefinition definition = list.fields().get(field);
            if (definition != null && definition.type() != FactType.RECORDS) {
                Optional<Value> value = definition.type() == FactType.CODES
                        ? codes(definition, prefix + field)
                        : single(definition, prefix + field);
                value.ifPresent(one -> values.put(field, one));
            }
        }
        String id = typed.getOrDefault(prefix + "id", "").strip();
        if (id.length() > 100 || id.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Refusal.Field(prefix + "id", list.label() + "的编号最长 100 个字，写在一行里。"));
            return null;
        }
        if (values.isEmpty() && id.isEmpty()) {
            return null;
        }
        return new FactRecord(id.isEmpty() ? "第" + number + list.unit() : id, values, said);
    }
}
