package cn.zhirong.rule;

import cn.zhirong.bundle.YamlMap;
import cn.zhirong.bundle.YamlValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Moments: {@code asked}, {@code 2024-05-20}, or a mapping with fact, field or day, and pick, plus or minus. */
final class MomentYaml {
    private static final Span NONE = new Span(0, 0);

    private MomentYaml() {}

    static Moment read(YamlMap map, String key, Reading reading) {
        Optional<YamlValue> value = map.value(key);
        if (value.isEmpty()) {
            return new Moment.Asked();
        }
        String text = value.get().text();
        return text == null
                ? value.get().map().map(moment -> moved(moment, reading)).orElseGet(() -> {
                    map.error(key, "“" + key + "”应当是一个日期");
                    return new Moment.Asked();
                })
                : day(map, key, text);
    }

    private static Moment day(YamlMap map, String key, String text) {
        if (text.equals("asked")) {
            return new Moment.Asked();
        }
        try {
            return new Moment.Fixed(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            map.error(key, "“" + key + "”的值“" + text + "”不是日期，应当写成2026-01-31的形式，或者写asked（申请日）");
            return new Moment.Asked();
        }
    }

    private static Moment moved(YamlMap map, Reading reading) {
        Moment of;
        if (map.has("day")) {
            of = day(map, "day", map.text("day"));
        } else {
            FactRef fact = reading.reference(map);
            if (fact.type() != FactType.DATE && Reading.isKnown(fact)) {
                map.error(map.has("field") ? "field" : "fact", "“" + fact.label() + "”不是日期");
            }
            of = new Moment.OfFact(fact);
        }
        Moment.Pick pick = map.has("pick") ? map.word("pick", Moment.Pick.class) : Moment.Pick.SAME_DAY;
        Span by = map.has("plus")
                ? span(map, "plus")
                : map.has("minus") ? span(map, "minus").back() : NONE;
        map.finish();
        return pick == Moment.Pick.SAME_DAY && by.equals(NONE) ? of : new Moment.Moved(of, pick, by);
    }

    static Span span(YamlMap map, String key) {
        String text = map.text(key);
        Optional<Span> span = Span.written(text);
        if (span.isEmpty() && !text.isEmpty()) {
            map.error(key, "“" + key + "”的值“" + text + "”不是时间长度，应当写成5年、6个月或者90日");
        }
        return span.orElse(NONE);
    }

    static Object write(Moment moment) {
        return switch (moment) {
            case Moment.Asked asked -> "asked";
            case Moment.Fixed fixed -> fixed.day().toString();
            case Moment.OfFact of -> reference(of.fact());
            case Moment.Moved moved -> {
                Map<String, Object> map = new LinkedHashMap<>();
                if (moved.of() instanceof Moment.OfFact of) {
                    map.putAll(reference(of.fact()));
                } else {
                    map.put("day", write(moved.of()));
                }
                if (moved.pick() != Moment.Pick.SAME_DAY) {
                    map.put("pick", RuleWriter.word(moved.pick()));
                }
                Span by = moved.by();
                if (!by.equals(NONE)) {
                    map.put(by.months() < 0 || by.days() < 0 ? "minus" : "plus", by.words());
                }
                yield map;
            }
        };
    }

    static Map<String, Object> reference(FactRef fact) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(fact.ofRecord() ? "field" : "fact", fact.name());
        return map;
    }
}
