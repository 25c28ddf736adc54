package cn.zhirong.subsidy;

import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A trace as pages show it: row by row, each a step further in than what it belongs to. For {@code templates/subsidy/trace.ftlh}. */
public final class TraceRows {
    private final ClauseLinks.Lookup links;
    private final List<Row> rows = new ArrayList<>();

    private TraceRows(ClauseLinks.Lookup links) {
        this.links = links;
    }

    /**
     * One step.
     *
     * @param depth from 0
     * @param kind as in {@link TraceNode}
     * @param tone of its result: ok, bad, wait, info or neutral
     * @param known the facts looked at, in words; empty where none were
     * @param clause what asks for it, or null
     */
    public record Row(
            int depth,
            String kind,
            String says,
            String result,
            String tone,
            String detail,
            String known,
            ClauseLinks.@Nullable Clause clause) {}

    /** All steps, conditions first. */
    public static List<Row> of(Trace trace, ClauseLinks.Lookup links) {
        TraceRows all = new TraceRows(links);
        trace.root().parts().forEach(part -> all.add(part, 0));
        return List.copyOf(all.rows);
    }

    /** The conditions alone, without what holds them together, and without what only chooses an amount. */
    public static List<Row> conditions(Trace trace, ClauseLinks.Lookup links) {
        TraceRows all = new TraceRows(links);
        trace.root().parts().stream()
                .filter(part -> !part.kind().equals("amount"))
                .forEach(all::conditions);
        return List.copyOf(all.rows);
    }

    private void conditions(TraceNode node) {
        if (node.kind().equals("leaf")) {
            add(node, 0);
        } else if (!node.kind().equals("amount")) {
            node.parts().forEach(this::conditions);
        }
    }

    private void add(TraceNode node, int depth) {
        boolean bare = node.kind().equals("all") && node.parts().isEmpty();
        if (!bare) {
            rows.add(new Row(
                    depth,
                    node.kind(),
                    links.words(node.says()),
                    node.result(),
                    tone(node.result()),
                    node.detail(),
                    node.inputs().stream().map(TraceRows::known).collect(Collectors.joining("；")),
                    links.of(node.clause())));
        }
        node.parts().forEach(part -> add(part, depth + 1));
    }

    private static String known(TraceNode.TraceInput input) {
        String from = input.source().isEmpty()
                ? ""
                : "（" + input.source() + "，" + input.on() + (input.evidence().isEmpty() ? "" : "，" + input.evidence())
                        + "）";
        return input.label() + "：" + input.value() + from;
    }

    /** How a verdict in words is coloured. */
    public static String tone(String result) {
        return switch (result) {
            case "符合" -> "ok";
            case "不符合" -> "bad";
            case "待补充", "还不能确定" -> "wait";
            case "待经办判断" -> "info";
            default -> "neutral";
        };
    }
}
