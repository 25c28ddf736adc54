package cn.zhirong.assistant;

import cn.zhirong.assistant.AnswerCase.Expectation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question.
 *
 * @param expect in lower case what was expected, such as {@code not-stated}
 * @param kind {@code grounded}, {@code clarify} or the reason of a refusal in lower case
 * @param provisionCorrect null where the question names no provision
 * @param contained whether the labelled answer stands in what was said; null where none is labelled
 * @param characterF1 how much they have in common, 0 to 1; null where none is labelled
 * @param confidence how sure the assistant was that what it found answers, 0 to 1
 * @param unsupported figures of the answer's own text that stand in none of the words it cites
 * @param problem why it is not correct, or empty
 * @param characters length of the text, citations aside
 */
@Serdeable
public record AnswerResult(
        String id,
        String tenant,
        String question,
        String expect,
        String kind,
        boolean correct,
        @Nullable Boolean provisionCorrect,
        @Nullable Boolean contained,
        @Nullable Double characterF1,
        double confidence,
        List<String> unsupported,
        String problem,
        String text,
        int characters,
        List<String> provisions,
        double millis) {
    public AnswerResult {
        unsupported = List.copyOf(unsupported);
        provisions = List.copyOf(provisions);
    }

    boolean expects(Expectation expectation) {
        return expect.equals(expectation.word());
    }

    boolean isGrounded() {
        return kind.equals("grounded");
    }

    /** Whether it was said not to be there, or none of the bureau's business; asking back is neither. */
    boolean isDeclined() {
        return !isGrounded() && !kind.equals("clarify");
    }
}
