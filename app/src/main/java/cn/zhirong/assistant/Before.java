package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.assistant.Finding.Stated;
import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an earlier text of the same document said, beside what holds now. */
final class Before {
    private static final int MAX_CHARS = 120;

    private Before() {}

    /** The present words, then the earlier ones where {@code old} holds any. */
    static List<Piece> and(Stated now, Evidence old) {
        List<Piece> pieces = new ArrayList<>(led("现行规定：", now));
        Passage source = now.source();
        Optional<PassageHit> samePlace = old.ofPolicy(source).hits().stream()
                .filter(hit -> hit.passage().path().equals(source.path())
                        && hit.passage().trail().equals(source.trail())
                        && hit.passage().text().length() <= MAX_CHARS
                        && old.part()
                                .isAnsweredBy(QuestionText.normal(hit.passage().text())))
                .findFirst();
        if (samePlace.isPresent()) {
            PassageHit hit = samePlace.get();
            Span whole = new Span(0, hit.passage().text().length());
            pieces.add(new Piece("此前的规定（" + hit.validity().label() + "）：", hit, whole, "。"));
        } else if (Composer.compose(old.ofPolicy(source)) instanceof Stated before) {
            pieces.addAll(
                    led("此前的规定（" + before.pieces().getFirst().hit().validity().label() + "）：", before));
        }
        return pieces;
    }

    private static List<Piece> led(String lead, Stated stated) {
        List<Piece> pieces = new ArrayList<>(stated.pieces());
        Piece first = pieces.removeFirst();
        pieces.addFirst(new Piece(lead + first.lead(), first.hit(), first.span(), first.end()));
        return pieces;
    }
}
