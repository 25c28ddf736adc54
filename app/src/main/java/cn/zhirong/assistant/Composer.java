package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Missing;
import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.knowledge.Passage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers one part of a question with the shortest words that do. */
final class Composer {
    /** Below this share of the question in the best passage, the documents are about something else. */
    private static final double RELATED = 0.36;

    private static final double OWN_FIGURE = 0.34;
    private static final double OWN_WORDS = 0.28;
    private static final double CONTEXT = 0.52;
    private static final double GAIN = 0.15;
    private static final int MORE_CHARS = 120;
    private static final Pattern LEADING = Pattern.compile("^(同时|此外|另外|会上|二是|三是|一是|四是)[,，]");

    private Composer() {}

    static Finding compose(Evidence evidence) {
        List<String> passages = evidence.hits().stream()
                .map(hit -> Candidates.context(hit.passage()))
                .toList();
        Terms terms = Terms.of(evidence.part(), passages);
        if (evidence.part().type().isOfDocument()) {
            Optional<Finding> head = Heads.answer(evidence, terms);
            if (head.isPresent()) {
                return head.get();
            }
        }
        List<Piece> underHeading = HeadingQuestion.answer(evidence);
        if (!underHeading.isEmpty()) {
            return new Stated(underHeading);
        }
        double related = passages.stream().mapToDouble(terms::coverage).max().orElse(0);
        List<Candidate> candidates = Candidates.of(evidence, terms);
        if (terms.isEmpty() || candidates.isEmpty() || related < RELATED) {
            return new Missing(evidence.part(), false, List.of());
        }
        return candidates.stream()
                .filter(candidate -> isAnswer(evidence.part(), candidate))
                .findFirst()
                .<Finding>map(best -> new Stated(pieces(evidence, terms, best, candidates)))
                .orElseGet(() -> new Missing(evidence.part(), true, nearest(candidates)));
    }

    private static boolean isAnswer(Part part, Candidate candidate) {
        boolean required = part.type().isRequired();
        double own = part.type() == QuestionType.PROVISION ? 0 : required ? OWN_FIGURE : OWN_WORDS;
        return candidate.own() >= own
                && candidate.inContext() >= CONTEXT
                && (!required || candidate.holdsFocus())
                && (candidate.answers() || !required && part.excluded().isEmpty());
    }

    private static List<Piece> pieces(Evidence evidence, Terms terms, Candidate best, List<Candidate> candidates) {
        Part part = evidence.part();
        Optional<Candidate> rival = Conflict.rival(part, best, candidates);
        if (rival.isPresent()) {
            return List.of(
                    piece(Conflict.lead(best.hit().passage()), best),
                    piece(Conflict.lead(rival.get().hit().passage()), rival.get()));
        }
        List<Piece> pieces = new ArrayList<>(Lists.of(best, evidence.hits()));
        if (pieces.isEmpty()) {
            pieces.add(piece(Whether.lead(part, best), best));
            pieces.addAll(more(part, terms, best, candidates));
        }
        return pieces;
    }

    /** A second sentence only where it holds what the first does not. */
    private static List<Piece> more(Part part, Terms terms, Candidate best, List<Candidate> candidates) {
        if (part.type().isRequired()) {
            return List.of();
        }
        for (Candidate next : candidates) {
            BitSet together = (BitSet) best.held().clone();
            together.or(next.held());
            boolean elsewhere = next.hit() != best.hit()
                    || next.span().to() <= best.span().from()
                    || next.span().from() >= best.span().to();
            if (elsewhere
                    && isAnswer(part, next)
                    && next.score() >= 0.75 * best.score()
                    && next.span().length() + best.span().length() <= MORE_CHARS
                    && terms.coverage(together) - best.own() >= GAIN) {
                return List.of(piece("", next));
            }
        }
        return List.of();
    }

    private static List<Piece> nearest(List<Candidate> candidates) {
        List<Piece> nearest = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Passage passage = candidate.hit().passage();
            if (!passage.path().isEmpty()
                    && nearest.stream()
                            .noneMatch(piece -> piece.hit().passage().id().equals(passage.id()))) {
                nearest.add(piece("", candidate));
            }
            if (nearest.size() == 2) {
                break;
            }
        }
        return Collections.unmodifiableList(nearest);
    }

    private static Piece piece(String lead, Candidate candidate) {
        Span span = candidate.span();
        var joining = LEADING.matcher(candidate.text());
        if (joining.find() && joining.end() < span.length()) {
            span = new Span(span.from() + joining.end(), span.to());
        }
        return new Piece(lead, candidate.hit(), span, "。");
    }
}
