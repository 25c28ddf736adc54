package cn.zhirong.assistant;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer for a program.
 *
 * @param conversation to go on with
 * @param turn its number there
 * @param kind {@code grounded}, {@code computed}, {@code clarify} or {@code refused}
 * @param reason of a refusal, such as {@code not-stated}; null otherwise
 * @param text in plain words
 * @param missing possible replies where something is asked back
 * @param followUps questions to go on with
 * @param understood what was understood of the firm; null unless computed
 * @param trace of the first rule a computed answer rests on, its bytes as text; null otherwise
 * @param traces of all of them; null unless computed
 * @param programmes those it is about, as they stand on the day; null unless it was answered from programmes
 * @param generatedBy what made it
 * @param notice what must stand beside it wherever it is shown
 */
@Serdeable
record AskReply(
        String conversation,
        int turn,
        String kind,
        @Nullable String reason,
        String text,
        List<Cited> citations,
        List<String> missing,
        List<String> followUps,
        @Nullable List<Answer.Understood> understood,
        @Nullable String trace,
        @Nullable List<Answer.Traced> traces,
        @Nullable List<Answer.Offered> programmes,
        LocalDate asOf,
        String generatedBy,
        String notice) {
    private static final String EXTRACTIVE = "extractive-1";

    /** A citation; {@code url} is the provision's place on this site. */
    @Serdeable
    record Cited(
            int n,
            long policy,
            String documentNumber,
            String title,
            int version,
            String provision,
            String quote,
            String validity,
            String url) {
        static Cited of(String slug, Citation citation) {
            return new Cited(
                    citation.n(),
                    citation.policyId(),
                    citation.documentNumber(),
                    citation.title(),
                    citation.versionNumber(),
                    citation.path(),
                    citation.quote(),
                    citation.validity(),
                    CitedPlace.path(slug, citation));
        }
    }

    static AskReply of(String slug, TurnRow row, Answer answer) {
        return new AskReply(
                row.conversationId(),
                row.number(),
                switch (answer) {
                    case Answer.Grounded grounded -> "grounded";
                    case Answer.Computed computed -> "computed";
                    case Answer.Clarify clarify -> "clarify";
                    case Answer.Refused refused -> "refused";
                },
                answer instanceof Answer.Refused refused ? word(refused.reason()) : null,
                answer.text(),
                answer.citations().stream()
                        .map(citation -> Cited.of(slug, citation))
                        .toList(),
                switch (answer) {
                    case Answer.Clarify clarify -> clarify.missing();
                    case Answer.Computed computed ->
                        computed.choices().isEmpty() || !computed.missing().isEmpty()
                                ? computed.missing()
                                : computed.choices();
                    default -> List.of();
                },
                answer.followUps(),
                answer instanceof Answer.Computed computed ? computed.understood() : null,
                answer instanceof Answer.Computed computed && !computed.traces().isEmpty()
                        ? computed.traces().getFirst().trace()
                        : null,
                answer instanceof Answer.Computed computed ? computed.traces() : null,
                answer instanceof Answer.Computed computed
                                && !computed.programmes().isEmpty()
                        ? computed.programmes()
                        : null,
                answer.provenance().asOf(),
                EXTRACTIVE,
                answer.provenance().notice());
    }

    private static String word(Answer.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
