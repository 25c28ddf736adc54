package cn.zhirong.assistant;

import cn.zhirong.assistant.TurnPart.Cited;
import cn.zhirong.assistant.TurnPart.Done;
import cn.zhirong.assistant.TurnPart.Said;
import cn.zhirong.assistant.TurnPart.Stage;
import cn.zhirong.policy.Validity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A turn as a page shows it.
 *
 * @param number from 1
 * @param path address of the turn, to which stop, again, feedback and events are appended
 * @param question as it was asked
 * @param state {@code waiting}, {@code answered}, {@code stopped} or {@code failed}
 * @param kind {@code grounded}, {@code computed}, {@code clarify} or {@code refused}; empty while nothing was said
 * @param stage the step it is at, while it waits
 * @param parts how many parts of the stream it shows
 * @param lines what was said
 * @param citations what it rests on; for a refusal, what comes nearest
 * @param computed what it rests on where it was computed; null otherwise
 * @param contact the way to a person, for a refusal; may be empty
 * @param replies possible answers to what the assistant asks back
 * @param followUps questions to go on with
 * @param asOf the day for which documents were held valid, for reading
 * @param dayChosen whether the asker chose that day: otherwise it is the day of the question
 * @param documents titles of the documents cited, in 《》
 * @param generatedBy how it was made, or empty
 * @param copy question, answer and sources as plain text
 * @param given {@code up}, {@code down} or empty
 */
public record TurnView(
        int number,
        String path,
        String question,
        String state,
        String kind,
        String stage,
        int parts,
        List<Line> lines,
        List<CitationView> citations,
        @Nullable ComputedView computed,
        String contact,
        List<String> replies,
        List<String> followUps,
        String asOf,
        boolean dayChosen,
        List<String> documents,
        String generatedBy,
        String copy,
        String given) {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** A sentence; {@code gap} where it says that something is not stated. */
    public record Line(String text, List<Mark> marks, boolean conclusion, boolean gap) {
        static Line of(int turn, Sentence sentence, boolean conclusion) {
            List<Mark> marks = sentence.citations().stream()
                    .map(n -> new Mark(n, CitationView.id(turn, n)))
                    .toList();
            return new Line(Typesetting.sentence(sentence.text()), marks, conclusion, marks.isEmpty());
        }
    }

    /** The raised number after a sentence. */
    public record Mark(int number, String target) {}

    /**
     * A citation with the clause around it.
     *
     * @param validity name of a {@link Validity}
     * @param before the clause up to the quoted words
     * @param after what follows them
     */
    public record CitationView(
            int number,
            String id,
            String title,
            String documentNumber,
            String path,
            String validity,
            String before,
            String quote,
            String after,
            String href) {
        static String id(int turn, int number) {
            return "t" + turn + "-c" + number;
        }

        static CitationView of(String slug, TurnRow turn, Citation citation, String clause) {
            boolean inside = clause.startsWith(citation.quote(), citation.quoteStart());
            int end = citation.quoteStart() + citation.quote().length();
            return new CitationView(
                    citation.n(),
                    id(turn.number(), citation.n()),
                    citation.title(),
                    citation.documentNumber(),
                    citation.path().isEmpty() ? "文件标题与发文信息" : citation.path(),
                    validity(citation.validity()),
                    inside ? clause.substring(0, citation.quoteStart()) : "",
                    citation.quote(),
                    inside ? clause.substring(end) : "",
                    CitedPlace.path(slug, citation, turn.chosenDay()));
        }

        private static String validity(String label) {
            for (Validity validity : Validity.values()) {
                if (validity.label().equals(label)) {
                    return validity.name();
                }
            }
            return "";
        }
    }

    /** A turn that is being answered: what has come so far. */
    static TurnView running(String slug, TurnRow row, List<TurnPart> parts) {
        List<Line> lines = new ArrayList<>();
        List<CitationView> citations = new ArrayList<>();
        String stage = "正在理解问题";
        for (TurnPart part : parts) {
            switch (part) {
                case Stage step -> stage = step.words();
                case Said said -> lines.add(Line.of(row.number(), said.sentence(), said.first()));
                case Cited cited -> citations.add(CitationView.of(slug, row, cited.citation(), cited.clause()));
                case Done ended -> {}
            }
        }
        return new TurnView(
                row.number(),
                path(slug, row),
                row.question(),
                "waiting",
                "",
                stage,
                parts.size(),
                lines,
                citations,
                null,
                "",
                List.of(),
                List.of(),
                DAY.format(row.asOf()),
                row.chosenDay() != null,
                List.of(),
                "",
                "",
                "");
    }

    /** A turn without an answer: it failed, or was stopped before a word was said. */
    static TurnView silent(String slug, TurnRow row) {
        TurnView bare = running(slug, row, List.of());
        return bare.in(row.state());
    }

    /** @param host scheme and authority of the site, for links in what is copied */
    static TurnView of(String slug, String host, TurnRow row, Reply reply) {
        Answer answer = reply.answer();
        List<Line> lines = new ArrayList<>();
        String kind;
        String contact = "";
        List<String> replies = List.of();
        ComputedView computation = null;
        switch (answer) {
            case Answer.Grounded grounded -> {
                kind = "grounded";
                for (Sentence sentence : grounded.sentences()) {
                    lines.add(Line.of(row.number(), sentence, lines.isEmpty()));
                }
            }
            case Answer.Computed computed -> {
                kind = "computed";
                for (Sentence sentence : computed.sentences()) {
                    Line line = Line.of(row.number(), sentence, lines.isEmpty());
                    lines.add(new Line(line.text(), line.marks(), line.conclusion(), false));
                }
                replies = computed.missing();
                computation = ComputedView.of(slug, computed);
            }
            case Answer.Clarify clarify -> {
                kind = "clarify";
                lines.add(new Line(clarify.text(), List.of(), true, false));
                replies = clarify.missing();
            }
            case Answer.Refused refused -> {
                kind = "refused";
                lines.add(new Line(refused.text(), List.of(), false, false));
                contact = refused.contact();
            }
        }
        List<CitationView> citations = answer.citations().stream()
                .map(citation -> CitationView.of(slug, row, citation, reply.clause(citation)))
                .toList();
        LocalDate asOf = answer.provenance().asOf();
        return new TurnView(
                row.number(),
                path(slug, row),
                row.question(),
                row.state().name().toLowerCase(Locale.ROOT),
                kind,
                "",
                0,
                lines,
                citations,
                computation,
                contact,
                replies,
                answer.followUps(),
                DAY.format(asOf),
                row.chosenDay() != null,
                answer.provenance().documents().stream().map(Typesetting::title).toList(),
                answer.provenance().generatedBy(),
                CopiedTurn.text(host + "/" + slug, host, row.question(), lines, citations, answer.provenance()),
                row.helpful() == null ? "" : row.helpful() ? "up" : "down");
    }

    private TurnView in(TurnState now) {
        return new TurnView(
                number,
                path,
                question,
                now.name().toLowerCase(Locale.ROOT),
                kind,
                stage,
                parts,
                lines,
                citations,
                computed,
                contact,
                replies,
                followUps,
                asOf,
                dayChosen,
                documents,
                generatedBy,
                copy,
                given);
    }

    private static String path(String slug, TurnRow row) {
        return "/" + slug + "/ask/" + row.conversationId() + "/turns/" + row.number();
    }
}
