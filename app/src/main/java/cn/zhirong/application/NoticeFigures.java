package cn.zhirong.application;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The clauses and figures that an amount was made of, as everybody reads them. Where there are several loans or invoices each figure
 * names its own, so that two of the same value stay two; of a contract's number no more than its end is told.
 */
final class NoticeFigures {
    private static final int MOST = 40;
    private static final int TOLD = 4;

    private final Set<String> clauses = new LinkedHashSet<>();
    private final Set<String> figures = new LinkedHashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<String> items;

    private NoticeFigures(List<String> items) {
        this.items = items;
    }

    /** Of the amounts in this trace. */
    static NoticeFigures of(Trace trace) {
        List<TraceNode> parts = trace.root().parts();
        NoticeFigures found = new NoticeFigures(parts.stream()
                .filter(part -> part.kind().equals("item"))
                .map(TraceNode::says)
                .toList());
        parts.stream().filter(part -> part.kind().equals("amount")).forEach(found::add);
        return found;
    }

    List<String> clauses() {
        return List.copyOf(clauses);
    }

    /** At most 40; how many more there are is said. */
    List<String> figures() {
        if (figures.size() <= MOST) {
            return List.copyOf(figures);
        }
        List<String> shown = new ArrayList<>(figures.stream().limit(MOST).toList());
        shown.add("另有 " + (figures.size() - MOST) + " 项数据，合计在内");
        return List.copyOf(shown);
    }

    private void add(TraceNode node) {
        ProvisionReference clause = node.clause();
        if (clause != null) {
            clauses.add(clause.path());
        }
        node.inputs()
                .forEach(input -> figures.add(name(input.name()) + input.label() + "：" + input.value()
                        + (input.source().isEmpty() ? "" : "（" + input.source() + "）")));
        node.parts().forEach(this::add);
    }

    /** Whose figure it is; nothing for one of the firm, or of the only record. */
    private String name(String input) {
        int cut = input.lastIndexOf('/');
        return cut < 0 || items.size() < 2 ? "" : names.computeIfAbsent(input.substring(0, cut), this::named);
    }

    private String named(String record) {
        // The list's own word stands before the record's name; 贷款11 ends with 1 too.
        Optional<String> item =
                items.stream().filter(says -> says.endsWith(record)).min(Comparator.comparingInt(String::length));
        String word = item.map(says -> says.substring(0, says.length() - record.length()))
                .orElse("记录");
        int number = item.map(items::indexOf).orElseGet(names::size) + 1;
        int length = record.codePointCount(0, record.length());
        String end = record.substring(record.offsetByCodePoints(0, Math.max(0, length - TOLD)));
        return word + " " + number + "（尾号 " + end + "）的";
    }
}
