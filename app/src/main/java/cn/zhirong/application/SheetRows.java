package cn.zhirong.application;

import cn.zhirong.rule.Criterion;
import cn.zhirong.rule.FactRef;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import cn.zhirong.subsidy.ClauseLinks;
import cn.zhirong.subsidy.TraceRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The single criteria of a rule with what came of them, so that an officer can judge or overrule each. */
final class SheetRows {
    private final Sheet sheet;
    private final ClauseLinks.Lookup links;
    private final List<Row> rows = new ArrayList<>();

    private SheetRows(Sheet sheet, ClauseLinks.Lookup links) {
        this.sheet = sheet;
        this.links = links;
    }

    /**
     * One criterion.
     *
     * @param key of its fields in the form
     * @param place as {@link Findings.Override} says it
     * @param record what it is looked at for; empty for the firm
     * @param known the facts looked at, with their sources
     * @param clause what asks for it
     * @param judged the fact that only an officer can say; empty where others can
     */
    public record Row(
            String key,
            String place,
            String record,
            String says,
            String result,
            String tone,
            String known,
            ClauseLinks.@Nullable Clause clause,
            String judged) {}

    /** In the order of the rule, those of the firm first. */
    static List<Row> of(Sheet sheet, ClauseLinks.Lookup links) {
        SheetRows rows = new SheetRows(sheet, links);
        Trace trace = sheet.trace();
        rows.walk(sheet.version().rule().conditions(), trace.root().parts().getFirst(), Overruled.FIRM, "", 0);
        List<TraceNode> items = trace.root().parts().stream()
                .filter(part -> part.kind().equals("item"))
                .toList();
        int number = 0;
        for (var item : sheet.evaluation().items()) {
            TraceNode node = items.get(number);
            number++;
            rows.walk(
                    sheet.version().rule().itemConditions(),
                    node.parts().getFirst(),
                    Overruled.RECORDS,
                    item.record().id(),
                    number);
        }
        return List.copyOf(rows.rows);
    }

    private void walk(Criterion criterion, TraceNode node, String place, String record, int number) {
        boolean overruled = sheet.findings().overrides().stream()
                .anyMatch(override -> override.place().equals(place));
        switch (criterion) {
            case Criterion.All all -> walk(all.parts(), node, place, record, number);
            case Criterion.Some some -> walk(some.parts(), node, place, record, number);
            case Criterion.Not not -> walk(List.of(not.part()), node, place, record, number);
            case Criterion.Leaf leaf -> add(leaf, overruled ? own(node) : node, place, record, number);
        }
    }

    private void walk(List<Criterion> parts, TraceNode node, String place, String record, int number) {
        for (int at = 0; at < parts.size(); at++) {
            walk(parts.get(at), node.parts().get(at), place + "." + at, record, number);
        }
    }

    /** What was overruled stands beside what the officer said, maybe more than once. */
    private static TraceNode own(TraceNode node) {
        return node.kind().equals("leaf") ? node : own(node.parts().getFirst());
    }

    private void add(Criterion.Leaf leaf, TraceNode node, String place, String record, int number) {
        FactRef judged = leaf instanceof Criterion.Judged one ? one.fact() : null;
        String fact =
                judged == null || judged.ofRecord() ? "" : judged.definition().name();
        if (!fact.isEmpty() && rows.stream().anyMatch(row -> row.judged().equals(fact))) {
            // A rule may ask for the same twice: it is judged once, and holds wherever it is asked for.
            return;
        }
        rows.add(new Row(
                place.replace('.', '_') + (number == 0 ? "" : "-" + number),
                place,
                record,
                node.says(),
                node.result(),
                TraceRows.tone(node.result()),
                node.inputs().stream()
                        .map(input -> input.label() + "：" + input.value()
                                + (input.source().isEmpty() ? "" : "（" + input.source() + "，" + input.on() + "）"))
                        .collect(Collectors.joining("；")),
                links.of(node.clause()),
                fact));
    }
}
