package cn.zhirong.assistant;

import cn.zhirong.assistant.AnswerCase.Expectation;
import java.util.List;
import java.util.function.Predicate;

/** Lists what was missed, for people who want to know why. */
public final class AnswerReport {
    private AnswerReport() {}

    /** Markdown: what was wrongly refused, wrongly answered, and answered otherwise than labelled. */
    public static String of(List<AnswerCase> cases, List<AnswerResult> results) {
        StringBuilder report = new StringBuilder("# 未答对的题\n");
        list(report, "应答而未答", cases, results, each -> each.expects(Expectation.GROUNDED) && !each.isGrounded());
        list(report, "不应答而答", cases, results, each -> !each.expects(Expectation.GROUNDED) && !each.correct());
        list(
                report,
                "答而不对",
                cases,
                results,
                each -> each.expects(Expectation.GROUNDED) && each.isGrounded() && !each.correct());
        list(report, "有依据之外的数字", cases, results, each -> !each.unsupported().isEmpty());
        return report.toString();
    }

    private static void list(
            StringBuilder report,
            String heading,
            List<AnswerCase> cases,
            List<AnswerResult> results,
            Predicate<AnswerResult> which) {
        List<AnswerResult> chosen = results.stream().filter(which).toList();
        report.append("\n## ").append(heading).append("（").append(chosen.size()).append("）\n");
        for (AnswerResult result : chosen) {
            String label = cases.get(results.indexOf(result)).answer();
            report.append("\n- ").append(result.id()).append(' ').append(result.question());
            report.append("\n  - ").append(result.kind()).append(' ').append(result.problem());
            report.append(" ").append(result.provisions()).append(" ").append(result.unsupported());
            report.append("\n  - 答：").append(result.text());
            report.append(label == null ? "" : "\n  - 应：" + label.replaceAll("\\s+", " "));
        }
        report.append('\n');
    }
}
