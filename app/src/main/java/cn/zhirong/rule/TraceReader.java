package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.TraceNode.TraceInput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TraceWriter} writes, and nothing else: texts, lists and objects without blanks. */
final class TraceReader {
    private final String text;
    private int at;

    private TraceReader(String text) {
        this.text = text;
    }

    static Trace read(byte[] bytes) {
        Trace trace;
        try {
            trace = new TraceReader(new String(bytes, StandardCharsets.UTF_8)).trace();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day", e);
        }
        if (!Arrays.equals(trace.bytes(), bytes)) {
            throw new IllegalArgumentException("not a trace as it was written");
        }
        return trace;
    }

    private Trace trace() {
        Map<String, Object> map = object();
        return new Trace(
                text(map, "rule"),
                text(map, "policy"),
                text(map, "title"),
                text(map, "version"),
                LocalDate.parse(text(map, "asked")),
                text(map, "verdict"),
                text(map, "amount"),
                node(map.get("root")));
    }

    private static TraceNode node(@Nullable Object value) {
        Map<?, ?> map = map(value);
        Map<?, ?> clause = map(map.get("clause"));
        return new TraceNode(
                text(map, "kind"),
                text(map, "says"),
                text(map, "result"),
                text(map, "detail"),
                clause.isEmpty()
                        ? null
                        : new ProvisionReference(text(clause, "policy"), text(clause, "version"), text(clause, "path")),
                list(map.get("inputs")).stream().map(TraceReader::input).toList(),
                list(map.get("parts")).stream().map(TraceReader::node).toList());
    }

    private static TraceInput input(Object value) {
        Map<?, ?> map = map(value);
        return new TraceInput(
                text(map, "name"),
                text(map, "label"),
                text(map, "value"),
                text(map, "source"),
                text(map, "on"),
                text(map, "evidence"));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            default -> string();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!map.isEmpty()) {
                expect(',');
            }
            String key = string();
            expect(':');
            map.put(key, value());
        }
        expect('}');
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
        }
        expect(']');
        return list;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        expect('"');
        while (peek() != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return out.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c != 'u') {
            return c;
        }
        if (at + 4 > text.length()) {
            throw new IllegalArgumentException("cut off");
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new IllegalArgumentException("no " + c + " at " + at);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("cut off");
        }
        return text.charAt(at);
    }
}
