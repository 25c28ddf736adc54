package cn.zhirong.assistant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the assistant says. Written as JSON with its {@code kind}, so that a turn can be stored and read again. */
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Grounded.class, name = "grounded"),
    @JsonSubTypes.Type(value = Answer.Computed.class, name = "computed"),
    @JsonSubTypes.Type(value = Answer.Clarify.class, name = "clarify"),
    @JsonSubTypes.Type(value = Answer.Refused.class, name = "refused")
})
public sealed interface Answer permits Answer.Grounded, Answer.Computed, Answer.Clarify, Answer.Refused {

    /** The answer as one paragraph of plain text, without citation marks. */
    String text();

    /** The words it rests on, numbered from 1; empty where it rests on none. */
    List<Citation> citations();

    /** Questions that the same documents answer, for the reader to go on with; at most three. */
    List<String> followUps();

    /** From what it was made. */
    Provenance provenance();

    /** Sentences taken from documents, conclusion first. */
    @Serdeable
    record Grounded(List<Sentence> sentences, List<Citation> citations, List<String> followUps, Provenance provenance)
            implements Answer {
        public Grounded {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
            followUps = List.copyOf(followUps);
        }

        @Override
        public String text() {
            return sentences.stream().map(Sentence::text).collect(Collectors.joining());
        }
    }

    /**
     * What the rules come to for the firm that asks, or what a programme asks of whoever applies. Every figure stands in a trace,
     * in the programme's record, or was said by the asker.
     *
     * @param understood what was understood of the firm, for the asker to put right
     * @param form the address of the calculator with all of it filled in, below the bureau's own
     * @param traces of the rules it rests on
     * @param missing questions to answer next
     * @param programmes those it is about, as they stand on the day; none where it was computed for a firm
     * @param choices possible replies to what is asked back, to be offered as buttons
     */
    @Serdeable
    record Computed(
            List<Sentence> sentences,
            List<Citation> citations,
            List<Understood> understood,
            String form,
            List<Traced> traces,
            List<String> missing,
            List<String> followUps,
            Provenance provenance,
            @Nullable List<Offered> programmes,
            @Nullable List<String> choices)
            implements Answer {
        public Computed {
            sentences = List.copyOf(sentences);
            citations = List.copyOf(citations);
            understood = List.copyOf(understood);
            traces = List.copyOf(traces);
            missing = List.copyOf(missing);
            followUps = List.copyOf(followUps);
            programmes = programmes == null ? List.of() : List.copyOf(programmes);
            choices = choices == null ? List.of() : List.copyOf(choices);
        }

        /** Never null: answers stored before there were any have none. */
        @Override
        public List<Offered> programmes() {
            return programmes == null ? List.of() : programmes;
        }

        /** Never null, as {@link #programmes}. */
        @Override
        public List<String> choices() {
            return choices == null ? List.of() : choices;
        }

        @Override
        public String text() {
            return sentences.stream().map(Sentence::text).collect(Collectors.joining());
        }
    }

    /**
     * A fact as it was understood, in words.
     *
     * @param name of the fact, under which the form asks for it; null in answers stored before it was kept
     */
    @Serdeable
    record Understood(String label, String value, @Nullable String name) {}

    /**
     * A programme as it stands on the day of the answer.
     *
     * @param state in Chinese, such as {@code 正在受理，还剩 3 天}
     * @param tone of the state, as a tag has it
     */
    @Serdeable
    record Offered(String code, String title, String state, String tone) {}

    /**
     * The trace of one rule.
     *
     * @param programme its code
     * @param trace its bytes as text: the same as the calculator and the API give
     * @param sentences the same read aloud, by the titles of programmes and documents; null in answers stored before they were kept
     */
    @Serdeable
    record Traced(
            String programme,
            String title,
            String trace,
            @Nullable List<String> sentences) {}

    /**
     * One thing must be known before anything can be said.
     *
     * @param text what the reader is asked
     * @param missing possible replies, to be offered as buttons; may be empty
     */
    @Serdeable
    record Clarify(String text, List<String> missing, Provenance provenance) implements Answer {
        public Clarify {
            missing = List.copyOf(missing);
        }

        @Override
        public List<Citation> citations() {
            return List.of();
        }

        @Override
        public List<String> followUps() {
            return List.of();
        }
    }

    /**
     * No answer, why not, and the way on. The text holds no figure of its own, save the day on which a document ceased to
     * hold.
     *
     * @param citations the nearest provisions, for the reader to judge; may be empty
     * @param contact the way to a person
     */
    @Serdeable
    record Refused(
            Reason reason,
            String text,
            List<Citation> citations,
            String contact,
            List<String> followUps,
            Provenance provenance)
            implements Answer {
        public Refused {
            citations = List.copyOf(citations);
            followUps = List.copyOf(followUps);
        }
    }

    /** Why there is no answer. */
    enum Reason {
        /** No business of this bureau. */
        OUT_OF_SCOPE,
        /** Its business, but no document in force says it. */
        NOT_STATED,
        /** Only a document that does not hold on the day asked says it. */
        NOT_IN_FORCE,
        /** How far an application of the asker has come. */
        PERSONAL_STATUS,
        /** The assistant is asked to act rather than to tell. */
        CANNOT_ACT,
        /** The text tries to give the assistant instructions. */
        INSTRUCTION,
        /** Longer than {@link Assistant#MAX_QUESTION}. */
        TOO_LONG
    }
}
