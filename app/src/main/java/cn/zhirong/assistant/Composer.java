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

    private static final double OWN_FIGURE = 0.30;
    private static final double OWN_WORDS = 0.28;
    private static final double CONTEXT = 0.52;
    /** The passage ranked first may say it in other words. */
    private static final double CONTEXT_OF_FIRST = 0.36;

    private static final double OF_ROW = 0.7;
    private static final double GAIN = 0.15;
    private static final int MORE_CHARS = 120;
    private static final int WHOLE = 64;
    private static final Pattern LEADING =
            Pattern.compile("^(?:(同时|此外|另外|会上|二是|三是|一是|四是)[,，]|[(（][一二三四五六七八九十]{1,3}[)）])");

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
            return new Stated(underHeading, 1);
        }
        double related = passages.stream().mapToDouble(terms::coverage).max().orElse(0);
        List<Candidate> candidates = Candidates.of(evidence, terms);
        if (terms.isEmpty() || candidates.isEmpty() || related < RELATED) {
            return new Missing(evidence.part(), false, List.of());
        }
        return candidates.stream()
                .filter(candidate -> isAnswer(evidence.part(), candidate))
                .findFirst()
                .<Finding>map(best -> stated(evidence, terms, best, candidates))
                .orElseGet(() -> new Missing(evidence.part(), true, nearest(candidates)));
    }

    private static boolean isAnswer(Part part, Candidate candidate) {
        boolean required = part.type().isRequired();
        double own = part.type() == QuestionType.PROVISION ? 0 : required ? OWN_FIGURE : OWN_WORDS;
        return candidate.own() >= own
                && candidate.inContext() >= (required && candidate.isOfFirst() ? CONTEXT_OF_FIRST : CONTEXT)
                && (!part.type().hasFocus()
                        || candidate.holdsFocus()
                        || Rows.isRow(candidate.hit().passage()) && candidate.own() >= OF_ROW)
                && (candidate.answers() || !required && part.excluded().isEmpty());
    }

    private static Stated stated(Evidence evidence, Terms terms, Candidate best, List<Candidate> candidates) {
        return Conflict.rival(evidence.part(), best, candidates)
                .map(rival -> new Stated(
                        List.of(
                                piece(Conflict.lead(best.hit().passage()), best),
                                piece(Conflict.lead(rival.hit().passage()), rival)),
                        best.inContext(),
                        Conflict.RULE))
                .orElseGet(() -> new Stated(pieces(evidence, terms, best, candidates), best.inContext()));
    }

    private static List<Piece> pieces(Evidence evidence, Terms terms, Candidate best, List<Candidate> candidates) {
        Part part = evidence.part();
        List<Piece> pieces = new ArrayList<>(Rows.of(evidence, terms, best));
        if (pieces.isEmpty()) {
            pieces.addAll(Lists.of(evidence, best));
        }
        String lead = Whether.lead(part, best);
        if (pieces.isEmpty()) {
            Piece first = piece(lead, best);
            pieces.add(first);
            pieces.addAll(more(part, terms, best, first, candidates));
        } else if (!lead.isEmpty()) {
            Piece first = pieces.removeFirst();
            pieces.addFirst(new Piece(lead + first.lead(), first.hit(), first.span(), first.end()));
        }
        return pieces;
    }

    /** A second sentence of the same document, only where it holds what the first does not. */
    private static List<Piece> more(Part part, Terms terms, Candidate best, Piece first, List<Candidate> candidates) {
        if (part.type().isRequired() || part.type().asksForList()) {
            return List.of();
        }
        for (Candidate next : candidates) {
            BitSet together = (BitSet) best.held().clone();
            together.or(next.held());
            boolean isSamePassage =
                    next.hit().passage().id().equals(best.hit().passage().id());
            boolean elsewhere = !isSamePassage
                    || next.span().to() <= first.span().from()
                    || next.span().from() >= first.span().to();
            if (elsewhere
                    && next.hit().passage().versionId() == best.hit().passage().versionId()
                    && !part.isFollowUp()
                    && next.answers()
                    && isAnswer(part, next)
                    && next.score() >= 0.85 * best.score()
                    && next.span().length() + best.span().length() <= MORE_CHARS
                    && terms.coverage(together) - terms.coverage(best.held()) >= GAIN) {
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

    /** The whole sentence where it is short: a reader should not have to guess what was left out. */
    private static Piece piece(String lead, Candidate candidate) {
        String text = candidate.hit().passage().text();
        Span found = candidate.span();
        Span span = Rows.isRow(candidate.hit().passage())
                ? found
                : Span.sentences(text).stream()
                        .filter(each ->
                                each.from() <= found.from() && found.to() <= each.to() && each.length() <= WHOLE)
                        .findFirst()
                        .orElse(found);
        var joining = LEADING.matcher(span.of(text));
        if (joining.find() && joining.end() < span.length()) {
            span = new Span(span.from() + joining.end(), span.to());
        }
        return new Piece(lead, candidate.hit(), span, "。");
    }
}
