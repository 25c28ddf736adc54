package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes a trace as JSON in one way only: keys in this order, nothing that is empty, no blanks, only what must be escaped. */
final class TraceWriter {
    private final StringBuilder out = new StringBuilder(4096);

    private TraceWriter() {}

    static byte[] write(Trace trace) {
        TraceWriter writer = new TraceWriter();
        writer.trace(trace);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void trace(Trace trace) {
        out.append('{');
        text("rule", trace.rule());
        text("policy", trace.policy());
        text("title", trace.title());
        text("version", trace.version());
        text("asked", trace.asked().toString());
        text("verdict", trace.verdict());
        text("amount", trace.amount());
        key("root");
        node(trace.root());
        out.append('}');
    }

    private void node(TraceNode node) {
        out.append('{');
        text("kind", node.kind());
        text("says", node.says());
        text("result", node.result());
        text("detail", node.detail());
        ProvisionReference clause = node.clause();
        if (clause != null) {
            key("clause");
            out.append('{');
            text("policy", clause.policy());
            text("version", clause.version());
            text("path", clause.path());
            out.append('}');
        }
        list("inputs", node.inputs(), this::input);
        list("parts", node.parts(), this::node);
        out.append('}');
    }

    private void input(TraceNode.TraceInput input) {
        out.append('{');
        text("name", input.name());
        text("label", input.label());
        text("value", input.value());
        text("source", input.source());
        text("on", input.on());
        text("evidence", input.evidence());
        out.append('}');
    }

    private <T> void list(String key, List<T> elements, Consumer<T> write) {
        if (elements.isEmpty()) {
            return;
        }
        key(key);
        out.append('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write.accept(elements.get(i));
        }
        out.append(']');
    }

    private void text(String key, String value) {
        if (!value.isEmpty()) {
            key(key);
            quoted(value);
        }
    }

    private void key(String key) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        out.append('"').append(key).append("\":");
    }

    private void quoted(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
