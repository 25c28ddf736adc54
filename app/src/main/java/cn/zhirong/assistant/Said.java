package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.assistant.Stretches.Stretch;
import cn.zhirong.knowledge.PassageHit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of the best candidate what is said: rows and lists whole, else its sentence cut short, and a second where it is worth it. */
final class Said {
    /** What a character of the first sentence costs, against the chance that it holds the answer. */
    private static final double COST = 0.0014;

    /** What a character of an answer costs where there is a choice of one sentence or more. */
    private static final double COST_OF_MORE = 0.0025;

    /** The sentence was chosen: it is cut as if it were at least so likely. */
    private static final double LEAST_CHANCE = 0.3;

    private static final int WHOLE = 64;
    private static final Pattern LEADING =
            Pattern.compile("^(?:(同时|此外|另外|会上|二是|三是|一是|四是)[,，]|[(（][一二三四五六七八九十]{1,3}[)）])");

    private final Evidence evidence;
    private final Part part;
    private final Terms terms;
    private final Subject subject;
    private final Chances chances;
    private final Stretches stretches;

    Said(Evidence evidence, Terms terms, Subject subject, Chances chances) {
        this.evidence = evidence;
        this.part = evidence.part();
        this.terms = terms;
        this.subject = subject;
        this.chances = chances;
        this.stretches = Stretches.of(part, Candidates.readable(evidence), chances);
    }

    /** @param candidates all of them, best first */
    Stated stated(Candidate best, List<Candidate> candidates, double confidence) {
        Optional<Candidate> rival = Conflict.rival(part, best, candidates);
        if (rival.isPresent()) {
            List<Piece> both = List.of(
                    whole(Conflict.lead(best.hit().passage()), best),
                    whole(Conflict.lead(rival.get().hit().passage()), rival.get()));
            return new Stated(both, best.inContext(), confidence, Conflict.RULE, List.of());
        }
        List<Piece> pieces = pieces(best, candidates);
        Piece last = pieces.getLast();
        LocalDate until = last.hit().passage().term().expiresOn();
        if (Lapsed.isOfNow(part) && until != null) {
            pieces.removeLast();
            pieces.add(new Piece(last.lead(), last.hit(), last.span(), "（该文件有效期至" + Conflict.DAY.format(until) + "）。"));
        }
        return new Stated(pieces, best.inContext(), confidence, "", List.of());
    }

    private List<Piece> pieces(Candidate best, List<Candidate> candidates) {
        List<Piece> pieces = new ArrayList<>(Rows.of(evidence, terms, best));
        if (pieces.isEmpty()) {
            pieces.addAll(Lists.of(evidence, best));
        }
        String lead = Whether.lead(part, best);
        if (!pieces.isEmpty()) {
            if (!lead.isEmpty()) {
                Piece first = pieces.removeFirst();
                pieces.addFirst(new Piece(lead + first.lead(), first.hit(), first.span(), first.end()));
            }
            return pieces;
        }
        if (!lead.isEmpty()) {
            return new ArrayList<>(List.of(whole(lead, best)));
        }
        return new ArrayList<>(words(best, candidates));
    }

    /** The best sentence cut short, or with its neighbours, or with another: whichever is worth its length most. */
    private List<Piece> words(Candidate best, List<Candidate> candidates) {
        Piece first = excerpt(best, LEAST_CHANCE, COST);
        if (part.isFollowUp()
                || part.type() == QuestionType.WHETHER
                || part.type().isShort()) {
            return List.of(first);
        }
        Span sentence = sentence(best);
        double alone = stretches.chance(best.hit(), sentence);
        List<Piece> words = List.of(first);
        double most = alone - COST_OF_MORE * first.span().length();
        for (Stretch stretch : stretches.around(best.hit(), sentence)) {
            double worth = stretches.chance(best.hit(), stretch.span())
                    - COST_OF_MORE * stretch.span().length();
            if (worth > most) {
                most = worth;
                words = List.of(piece("", best.hit(), stretch.span()));
            }
        }
        Optional<Piece> second = second(best, first, candidates);
        if (second.isPresent()) {
            Piece other = second.get();
            double both = alone + stretches.chance(other.hit(), sentence(other.hit(), other.span()));
            if (both - COST_OF_MORE * (first.span().length() + other.span().length()) > most) {
                boolean isBefore =
                        other.hit().passage().id().equals(first.hit().passage().id())
                                && other.span().from() < first.span().from();
                words = isBefore ? List.of(other, first) : List.of(first, other);
            }
        }
        return words;
    }

    /** The other sentence that most likely holds the answer. */
    private Optional<Piece> second(Candidate best, Piece first, List<Candidate> candidates) {
        Candidate likeliest = null;
        double most = 0;
        for (Candidate next : candidates) {
            double chance = chances.of(next.hit(), sentence(next));
            boolean isElsewhere =
                    !next.hit().passage().id().equals(best.hit().passage().id())
                            || next.span().to() <= first.span().from()
                            || next.span().from() >= first.span().to();
            if (chance > most && isElsewhere && !Rows.isRow(next.hit().passage()) && Composer.isAnswer(part, next)) {
                most = chance;
                likeliest = next;
            }
        }
        return Optional.ofNullable(likeliest)
                .map(next -> excerpt(next, 0, COST_OF_MORE))
                .filter(piece -> !QuestionText.normal(piece.quote()).equals(QuestionText.normal(first.quote())));
    }

    private Piece excerpt(Candidate candidate, double leastChance, double cost) {
        String text = candidate.hit().passage().text();
        Span sentence = sentence(candidate);
        double chance = Math.max(leastChance, chances.of(candidate.hit(), sentence));
        return piece("", candidate.hit(), Excerpt.of(part, subject, text, sentence, chance, cost));
    }

    static Span sentence(Candidate candidate) {
        return sentence(candidate.hit(), candidate.span());
    }

    private static Span sentence(PassageHit hit, Span words) {
        return Chances.sentences(hit.passage()).stream()
                .filter(each -> each.from() <= words.from() && words.to() <= each.to())
                .findFirst()
                .orElse(words);
    }

    /** The whole sentence where it is short: a reader should not have to guess what was left out. */
    private static Piece whole(String lead, Candidate candidate) {
        Span sentence = sentence(candidate);
        boolean isRow = Rows.isRow(candidate.hit().passage());
        return piece(lead, candidate.hit(), !isRow && sentence.length() <= WHOLE ? sentence : candidate.span());
    }

    private static Piece piece(String lead, PassageHit hit, Span span) {
        Matcher joining = LEADING.matcher(span.of(hit.passage().text()));
        Span shown = joining.find() && joining.end() < span.length()
                ? new Span(span.from() + joining.end(), span.to())
                : span;
        return new Piece(lead, hit, shown, "。");
    }
}
