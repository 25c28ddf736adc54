package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Missing;
import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.knowledge.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers one part of a question with the shortest words that do. */
final class Composer {
    /** Below this share of the question in the best passage, the documents are about something else. */
    private static final double RELATED = 0.36;

    private static final double OWN_FIGURE = 0.30;
    private static final double OWN_WORDS = 0.28;
    private static final double CONTEXT = 0.52;
    /** The passage ranked first may say it in other words. */
    private static final double CONTEXT_OF_FIRST = 0.36;

    /** Words of the sentence that most likely answers may hold less: whether it is there at all is told by {@link Confidence}. */
    private static final double OWN_OF_BEST = 0.15;

    private static final double OF_ROW = 0.7;

    private Composer() {}

    static Finding compose(Evidence evidence) {
        List<String> passages = evidence.hits().stream()
                .map(hit -> Candidates.context(hit.passage()))
                .toList();
        Terms terms = Terms.of(evidence.part(), passages);
        if (evidence.part().type().isOfDocument()) {
            Optional<Finding> head = Heads.answer(evidence, terms);
            if (head.isPresent() && !isSecondHand(head.get())) {
                return head.get();
            }
            Finding text = text(evidence, terms, passages);
            return head.isPresent() && !(text instanceof Stated) ? head.get() : text;
        }
        return text(evidence, terms, passages);
    }

    /** News and interpretations have a date of their own, and tell in their words that of the document they are about. */
    private static boolean isSecondHand(Finding head) {
        return switch (head) {
            case Stated stated -> !stated.source().term().kind().isBinding();
            case Missing missing -> true;
            case Finding.Ambiguous ambiguous -> false;
        };
    }

    private static Finding text(Evidence evidence, Terms terms, List<String> passages) {
        List<Piece> underHeading = HeadingQuestion.answer(evidence);
        if (!underHeading.isEmpty()) {
            return new Stated(underHeading);
        }
        double related = passages.stream().mapToDouble(terms::coverage).max().orElse(0);
        Map<Long, String> documents = documents(evidence, passages);
        Subject subject = Subject.of(evidence, passages);
        Chances chances = Chances.of(evidence.part(), subject, Candidates.readable(evidence), documents);
        List<Candidate> candidates = Candidates.of(evidence, terms, chances);
        if (terms.isEmpty() || candidates.isEmpty() || related < RELATED) {
            return new Missing(evidence.part(), false, List.of());
        }
        Said said = new Said(evidence, terms, subject, chances);
        return candidates.stream()
                .filter(candidate -> isAnswer(evidence.part(), candidate))
                .findFirst()
                .<Finding>map(best -> said.stated(
                                best,
                                candidates,
                                Confidence.of(
                                        share(evidence.part(), subject, best, documents),
                                        best,
                                        chances,
                                        evidence.hits()))
                        .beside(nearest(candidates)))
                .orElseGet(() -> new Missing(evidence.part(), true, nearest(candidates)));
    }

    /** How much of the question the document cited holds. Where the fact itself is there, the word for its kind need not be. */
    private static double share(Part part, Subject subject, Candidate best, Map<Long, String> documents) {
        String document = documents.getOrDefault(best.hit().passage().versionId(), "");
        double share = subject.all().share(document);
        return part.type().isRequired() && best.answers()
                ? Math.max(share, subject.all().shareOfTopic(document))
                : share;
    }

    /** What was found of each version, in normal form. */
    private static Map<Long, String> documents(Evidence evidence, List<String> passages) {
        Map<Long, String> documents = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            documents.merge(
                    evidence.hits().get(i).passage().versionId(), passages.get(i), (one, other) -> one + "|" + other);
        }
        return documents;
    }

    static boolean isAnswer(Part part, Candidate candidate) {
        boolean required = part.type().isRequired();
        boolean isBest = !required && candidate.isLikeliest();
        double own =
                part.type() == QuestionType.PROVISION ? 0 : isBest ? OWN_OF_BEST : required ? OWN_FIGURE : OWN_WORDS;
        return candidate.own() >= own
                && candidate.inContext() >= (isBest || required && candidate.isOfFirst() ? CONTEXT_OF_FIRST : CONTEXT)
                && (!part.type().hasFocus()
                        || candidate.holdsFocus()
                        || Rows.isRow(candidate.hit().passage()) && candidate.own() >= OF_ROW)
                && (candidate.answers() || !required && part.excluded().isEmpty());
    }

    /** What holds most of the question, whether or not a fact of the kind asked for stands in it. */
    private static List<Piece> nearest(List<Candidate> candidates) {
        List<Piece> nearest = new ArrayList<>();
        List<Candidate> closest = candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.own() - candidate.inContext()))
                .toList();
        for (Candidate candidate : closest) {
            Passage passage = candidate.hit().passage();
            if (!passage.path().isEmpty()
                    && nearest.stream()
                            .noneMatch(piece -> piece.hit().passage().id().equals(passage.id()))) {
                nearest.add(new Piece("", candidate.hit(), candidate.span(), "。"));
            }
            if (nearest.size() == 2) {
                break;
            }
        }
        return Collections.unmodifiableList(nearest);
    }
}
