package cn.zhirong.rule;

import java.util.List;

/**
 * What came of a criterion, and of what.
 *
 * @param parts what came of its parts
 * @param reckonings the numbers that were compared
 * @param inputs the facts that were looked at
 */
public record Finding(
        Criterion criterion, Verdict verdict, List<Finding> parts, List<Reckoning> reckonings, List<Input> inputs) {
    static Finding leaf(Criterion criterion, Verdict verdict, Input input) {
        return new Finding(criterion, verdict, List.of(), List.of(), List.of(input));
    }

    static Finding of(Criterion criterion, Verdict verdict, List<Finding> parts) {
        return new Finding(criterion, verdict, parts, List.of(), List.of());
    }
}
