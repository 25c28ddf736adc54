package cn.zhirong.subsidy;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import cn.zhirong.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts as JSON: an object by the names of the catalogue. An amount is text with its unit ({@code "2000万元"}) or, under its name
 * with {@code Fen} behind it, a whole number; a rate is text ({@code "3.5%"}) or, with {@code Ppm}, millionths; a count is a whole
 * number; yes and no are true and false; a day is {@code "2026-11-22"}, or {@code "还没有"} for what has not happened; a word is text; several are a list; records are a list of
 * objects with an {@code id}. Null is unknown. Any value may stand in
 * {@code {"value": …, "source": "verified", "on": "2026-01-02", "evidence": "…"}}; bare ones are declared. A list is all there is
 * unless {@code "whole": false} stands beside its value.
 */
public final class FactsJson {
    private static final String WHOLE = "whole";
    private static final int MOST_RECORDS = 200;
    private static final int LONGEST_EVIDENCE = 300;

    private final FactCatalogue catalogue;
    private final Provenance bare;
    private final boolean believed;
    private final List<Refusal.Field> problems = new ArrayList<>();

    private FactsJson(FactCatalogue catalogue, LocalDate on, boolean believed) {
        this.catalogue = catalogue;
        this.believed = believed;
        this.bare = new Provenance(Source.DECLARED, on, "");
    }

    /**
     * What was read.
     *
     * @param facts those that were in order
     * @param problems what is wrong, field by field
     */
    public record Reading(Facts facts, List<Refusal.Field> problems) {
        /** @throws Refusal when anything was wrong */
        public Facts orRefuse() {
            if (!problems.isEmpty()) {
                throw Refusal.badInput(problems.getFirst().message(), problems);
            }
            return facts;
        }
    }

    /** @param on the day on which bare values are declared */
    public static Reading read(Map<String, ?> object, FactCatalogue catalogue, LocalDate on) {
        return new FactsJson(catalogue, on, true).read(object);
    }

    /**
     * The same from whoever cannot vouch for a source: whatever it says of sources and evidence, all of it is declared.
     *
     * @param on the day on which it is declared
     */
    public static Reading declared(Map<String, ?> object, FactCatalogue catalogue, LocalDate on) {
        return new FactsJson(catalogue, on, false).read(object);
    }

    private Reading read(Map<String, ?> object) {
        Map<String, Fact> known = new HashMap<>();
        object.forEach((key, value) -> fact(key, value, known));
        return new Reading(Facts.of(known), List.copyOf(problems));
    }

    /** As {@link #read} reads it, with sources; for {@link cn.zhirong.database.Json} to write. Names are in order. */
    public static Map<String, Object> write(Facts facts) {
        Map<String, Object> object = new TreeMap<>();
        facts.all().forEach((name, fact) -> {
            Map<String, Object> full = new LinkedHashMap<>();
            full.put("value", plain(fact.value()));
            if (fact.value() instanceof Value.Records records && !records.whole()) {
                full.put(WHOLE, false);
            }
            provenance(full, fact.provenance());
            object.put(name, full);
        });
        return object;
    }

    private static void provenance(Map<String, Object> object, Provenance provenance) {
        object.put("source", provenance.source().name().toLowerCase(Locale.ROOT));
        object.put("on", provenance.on().toString());
        object.put("evidence", provenance.evidence());
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Count count -> count.number();
            case Value.Flag flag -> flag.yes();
            case Value.Codes codes -> List.copyOf(codes.codes());
            case Value.Records records ->
                records.records().stream().map(FactsJson::plain).toList();
            default -> FactWords.written(value);
        };
    }

    private static Map<String, Object> plain(FactRecord record) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", record.id());
        record.values().forEach((field, value) -> object.put(field, plain(value)));
        provenance(object, record.provenance());
        return object;
    }

    private void fact(String key, @Nullable Object value, Map<String, Fact> known) {
        Named named = named(key);
        if (named == null) {
            problems.add(new Refusal.Field(key, "没有名为“" + shortened(key) + "”的事实。"));
            return;
        }
        if (value instanceof Map<?, ?> full && full.containsKey("value")) {
            Object inner = full.get("value");
            if (inner != null) {
                value(key, named, inner)
                        .map(one -> inPart(key, one, full.get(WHOLE)))
                        .ifPresent(one -> known.put(named.definition().name(), new Fact(one, said(key, full))));
            }
        } else if (value != null) {
            value(key, named, value)
                    .ifPresent(one -> known.put(named.definition().name(), new Fact(one, bare)));
        }
    }

    private Value inPart(String key, Value value, @Nullable Object whole) {
        if (whole != null && !(whole instanceof Boolean && value instanceof Value.Records)) {
            problems.add(new Refusal.Field(key, "whole 只能写在清单旁边，应当是 true 或者 false。"));
        }
        return Boolean.FALSE.equals(whole) && value instanceof Value.Records records
                ? Value.ofSomeRecords(records.records())
                : value;
    }

    private record Named(FactDefinition definition, boolean smallest) {}

    private @Nullable Named named(String key) {
        return named(
                key, catalogue.find(key), catalogue.find(without(key, "Fen")), catalogue.find(without(key, "Ppm")));
    }

    private static @Nullable Named named(
            String key, Optional<FactDefinition> whole, Optional<FactDefinition> fen, Optional<FactDefinition> ppm) {
        if (whole.isPresent()) {
            return new Named(whole.get(), false);
        }
        if (key.endsWith("Fen")
                && fen.filter(one -> one.type() == FactType.MONEY).isPresent()) {
            return new Named(fen.get(), true);
        }
        return key.endsWith("Ppm")
                        && ppm.filter(one -> one.type() == FactType.RATE).isPresent()
                ? new Named(ppm.get(), true)
                : null;
    }

    private static String without(String key, String suffix) {
        return key.endsWith(suffix) ? key.substring(0, key.length() - suffix.length()) : key;
    }

    private Optional<Value> value(String key, Named named, Object value) {
        FactDefinition definition = named.definition();
        Optional<Value> read = definition.type() == FactType.RECORDS
                ? records(key, definition, value)
                : single(definition, value, named.smallest()).filter(one -> !FactWords.isBelowNothing(definition, one));
        if (read.isEmpty() && definition.type() != FactType.RECORDS) {
            String hint = named.smallest()
                    ? "应当是整数，单位是" + (definition.type() == FactType.MONEY ? "分" : "百万分之一")
                    : FactWords.hint(definition);
            problems.add(new Refusal.Field(key, definition.label() + "的值不对：" + hint + "。"));
        }
        return read;
    }

    private static Optional<Value> single(FactDefinition definition, Object value, boolean smallest) {
        try {
            if (smallest) {
                return whole(value)
                        .map(number -> definition.type() == FactType.MONEY
                                ? new Value.Amount(number)
                                : new Value.Share(number));
            }
            return switch (definition.type()) {
                case COUNT -> whole(value).filter(number -> number >= 0).map(Value::of);
                case FLAG -> value instanceof Boolean yes ? Optional.of(Value.of(yes)) : Optional.empty();
                case CODES ->
                    value instanceof List<?> words && words.stream().allMatch(String.class::isInstance)
                            ? FactWords.typed(
                                    definition,
                                    words.isEmpty()
                                            ? "无"
                                            : String.join(
                                                    ",",
                                                    words.stream()
                                                            .map(String::valueOf)
                                                            .toList()))
                            : Optional.empty();
                // A bare number would leave open whether it is 元 or 万元.
                case MONEY, RATE ->
                    value instanceof String text && !text.matches("[-0-9.,\\s]*")
                            ? FactWords.typed(definition, text)
                            : Optional.empty();
                default -> value instanceof String text ? FactWords.typed(definition, text) : Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> whole(Object value) {
        try {
            return switch (value) {
                case Long number -> Optional.of(number);
                case Integer number -> Optional.of(number.longValue());
                case BigDecimal number -> Optional.of(number.longValueExact());
                case java.math.BigInteger number -> Optional.of(number.longValueExact());
                default -> Optional.empty();
            };
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Value> records(String key, FactDefinition list, Object value) {
        if (!(value instanceof List<?> all) || all.size() > MOST_RECORDS) {
            problems.add(new Refusal.Field(key, list.label() + "应当是清单，最多 " + MOST_RECORDS + " 条。"));
            return Optional.empty();
        }
        List<FactRecord> records = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int at = 0; at < all.size(); at++) {
            String place = key + "[" + at + "]";
            if (all.get(at) instanceof Map<?, ?> object) {
                record(place, list, object)
                        .filter(one -> isNew(place, list, ids, one))
                        .ifPresent(records::add);
            } else {
                problems.add(new Refusal.Field(place, list.label() + "第 " + (at + 1) + " 条应当是对象。"));
            }
        }
        return records.size() == all.size() ? Optional.of(Value.ofRecords(records)) : Optional.empty();
    }

    private boolean isNew(String place, FactDefinition list, Set<String> ids, FactRecord record) {
        boolean added = ids.add(record.id());
        if (!added) {
            problems.add(new Refusal.Field(place + ".id", list.label() + "的编号“" + record.id() + "”重复。"));
        }
        return added;
    }

    private Optional<FactRecord> record(String place, FactDefinition list, Map<?, ?> object) {
        int before = problems.size();
        String id = object.get("id") instanceof String text ? text.strip() : "";
        if (id.isEmpty() || id.length() > 100 || id.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Refusal.Field(place + ".id", list.label() + "的编号（id）应当是 1 至 100 个字。"));
        }
        Map<String, Value> values = new HashMap<>();
        object.forEach((name, value) -> {
            String field = String.valueOf(name);
            if (value != null && !Set.of("id", "source", "on", "evidence").contains(field)) {
                field(place, list, field, value, values);
            }
        });
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new FactRecord(id, values, object.containsKey("source") ? said(place, object) : bare));
    }

    private void field(String place, FactDefinition list, String field, Object value, Map<String, Value> values) {
        Map<String, FactDefinition> fields = list.fields();
        Named named = named(
                field,
                Optional.ofNullable(fields.get(field)),
                Optional.ofNullable(fields.get(without(field, "Fen"))),
                Optional.ofNullable(fields.get(without(field, "Ppm"))));
        if (named == null) {
            problems.add(new Refusal.Field(place + "." + field, list.label() + "没有名为“" + shortened(field) + "”的栏目。"));
        } else {
            value(place + "." + field, named, value)
                    .ifPresent(one -> values.put(named.definition().name(), one));
        }
    }

    private Provenance said(String key, Map<?, ?> object) {
        if (!believed) {
            return bare;
        }
        Optional<Provenance> said = provenance(object);
        if (said.isEmpty()) {
            problems.add(new Refusal.Field(
                    key,
                    "来源应当写明 source（declared、verified、imported）和 on（例如 2026-01-02），evidence 写在一行里，最长 " + LONGEST_EVIDENCE
                            + " 个字。"));
        }
        return said.orElse(bare);
    }

    private static Optional<Provenance> provenance(Map<?, ?> object) {
        String evidence = object.get("evidence") instanceof String words ? words : "";
        boolean fits = evidence.codePointCount(0, evidence.length()) <= LONGEST_EVIDENCE
                && evidence.chars().noneMatch(Character::isISOControl);
        try {
            Source source = Source.valueOf(String.valueOf(object.get("source")).toUpperCase(Locale.ROOT));
            return Optional.of(LocalDate.parse(String.valueOf(object.get("on"))))
                    .filter(on -> fits && FactWords.isDay(on))
                    .map(on -> new Provenance(source, on, evidence));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String key) {
        return key.length() > 60 ? key.substring(0, 60) + "…" : key;
    }
}
