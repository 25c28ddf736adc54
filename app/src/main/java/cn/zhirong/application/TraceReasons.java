package cn.zhirong.application;

import cn.zhirong.kernel.ProvisionReference;
import cn.zhirong.rule.Trace;
import cn.zhirong.rule.TraceNode;
import cn.zhirong.rule.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Single criteria of a trace with their clauses, as lists and letters name them. */
final class TraceReasons {
    private TraceReasons() {}

    /** What is met, in the order of the rule. */
    static List<String> met(Trace trace) {
        return named(trace, Verdict.MET, "");
    }

    /** What is not met, each as a reason to refuse. */
    static List<String> unmet(Trace trace) {
        return named(trace, Verdict.NOT_MET, "不符合");
    }

    private static List<String> named(Trace trace, Verdict verdict, String before) {
        List<String> named = new ArrayList<>();
        trace.root().parts().forEach(part -> walk(part, verdict, before, named));
        return named.stream().distinct().toList();
    }

    private static void walk(TraceNode node, Verdict verdict, String before, List<String> named) {
        if (!node.result().equals(verdict.label())) {
            return;
        }
        if (node.kind().equals("leaf")) {
            ProvisionReference clause = node.clause();
            named.add(before + "“" + node.says() + "”" + (clause == null ? "" : "（" + clause.path() + "）"));
        } else {
            node.parts().forEach(part -> walk(part, verdict, before, named));
        }
    }
}
