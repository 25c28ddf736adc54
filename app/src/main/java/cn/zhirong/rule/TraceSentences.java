package cn.zhirong.rule;

import cn.zhirong.kernel.ProvisionReference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a trace aloud. */
final class TraceSentences {
    /** The name of a group of rules is for rules, not for people. */
    private static final Pattern GROUP = Pattern.compile("（“" + RuleReader.NAME.pattern() + "”）");

    private final Trace trace;
    private final List<String> sentences = new ArrayList<>();

    private TraceSentences(Trace trace) {
        this.trace = trace;
    }

    static List<String> of(Trace trace) {
        TraceSentences reading = new TraceSentences(trace);
        reading.sentences.add("按" + Words.day(trace.asked()) + "有效的规则，“"
                + trace.root().says() + "”的结论是" + trace.verdict() + "，" + trace.amount() + "。");
        trace.root().parts().forEach(reading::read);
        return reading.sentences;
    }

    private void read(TraceNode node) {
        boolean isFrame = node.kind().equals("all") && node.clause() == null;
        if (!isFrame || node.parts().isEmpty()) {
            sentences.add(sentence(node));
        }
        node.parts().forEach(this::read);
    }

    private String sentence(TraceNode node) {
        boolean isBareFact = node.inputs().size() == 1
                && node.clause() == null
                && node.says().equals(node.inputs().getFirst().label())
                && node.result().equals(node.inputs().getFirst().value());
        if (isBareFact) {
            return input(node.inputs().getFirst()) + "。";
        }
        StringBuilder words = new StringBuilder(GROUP.matcher(node.says()).replaceAll(""))
                .append("：")
                .append(node.result());
        if (!node.detail().isEmpty()) {
            words.append("（").append(node.detail()).append("）");
        }
        words.append("。");
        if (!node.inputs().isEmpty()) {
            words.append(node.inputs().stream().map(TraceSentences::input).collect(Collectors.joining("；")))
                    .append("。");
        }
        ProvisionReference clause = node.clause();
        if (clause != null) {
            // Of another policy the trace knows no title: its number names it.
            boolean own = clause.policy().equals(trace.policy());
            words.append("依据")
                    .append(own ? "《" + trace.title() + "》（" + clause.version() + "）" : clause.version())
                    .append(clause.path())
                    .append("。");
        }
        return words.toString();
    }

    private static String input(TraceNode.TraceInput input) {
        String source = input.source().isEmpty()
                ? ""
                : "（" + input.source() + "，" + input.on() + (input.evidence().isEmpty() ? "" : "，" + input.evidence())
                        + "）";
        return input.label() + "：" + input.value() + source;
    }
}
