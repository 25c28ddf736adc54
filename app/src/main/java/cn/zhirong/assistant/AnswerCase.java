package cn.zhirong.assistant;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question with what is known of its answer.
 *
 * @param id its name in the file it comes from
 * @param tenant of whom it is asked, or null for whoever is measured
 * @param must strings that the answer must hold, compared in normal form
 * @param mustNot strings that it must not hold
 * @param provision the path that should be cited; one above or below it is right too; null where any is
 * @param answer words that the answer should contain, or null where none are labelled
 */
public record AnswerCase(
        String id,
        @Nullable String tenant,
        String text,
        Expectation expect,
        List<String> must,
        List<String> mustNot,
        @Nullable String provision,
        @Nullable String answer) {
    public AnswerCase {
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
    }

    /** What should come of a question. */
    public enum Expectation {
        /** An answer from the documents. */
        GROUNDED,
        /** No figure in the answer itself: the documents speak of it without naming one. */
        NOT_STATED,
        /** That it is not there: the document that says it is not held. */
        UNANSWERABLE,
        /** That it is declined. */
        OUT_OF_SCOPE;

        /** As files write it: {@code not-stated}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Expectation of(String word) {
            return switch (word) {
                case "grounded" -> GROUNDED;
                case "not-stated" -> NOT_STATED;
                case "unanswerable" -> UNANSWERABLE;
                case "out-of-scope", "decline-or-redirect", "refuse" -> OUT_OF_SCOPE;
                default -> throw new IllegalArgumentException("unknown expectation: " + word);
            };
        }
    }

    /** A line of a questions file; a BEIR one names its id {@code _id}. */
    @Serdeable
    record Line(
            @Nullable String id,
            @Nullable String _id,
            @Nullable String tenant,
            String text,
            @Nullable String expect,
            @Nullable List<String> must,
            @Nullable List<String> mustNot,
            @Nullable String provision,
            @Nullable String answer) {

        /** @param otherwise what is expected where the line does not say */
        AnswerCase asCase(String otherwise) {
            return new AnswerCase(
                    Objects.requireNonNullElse(id, Objects.requireNonNullElse(_id, "")),
                    tenant,
                    text,
                    Expectation.of(Objects.requireNonNullElse(expect, otherwise)),
                    Objects.requireNonNullElse(must, List.of()),
                    Objects.requireNonNullElse(mustNot, List.of()),
                    provision,
                    // The answer of a document that is not held must not come.
                    "unanswerable".equals(otherwise) ? null : answer);
        }
    }
}
