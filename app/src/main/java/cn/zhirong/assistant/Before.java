package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.assistant.Finding.Stated;
import java.util.ArrayList;
import java.util.List;

/** What an earlier text of the same document said, beside what holds now. */
final class Before {
    private Before() {}

    /** The present words, then the earlier ones where {@code old} holds any. */
    static List<Piece> and(Stated now, Evidence old) {
        List<Piece> pieces = new ArrayList<>(led("现行规定：", now));
        if (Composer.compose(old.ofPolicy(now.source())) instanceof Stated before) {
            pieces.addAll(led("此前的规定（" + before.pieces().getFirst().hit().validity().label() + "）：", before));
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
