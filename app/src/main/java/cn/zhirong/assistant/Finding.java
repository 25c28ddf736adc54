package cn.zhirong.assistant;

import cn.zhirong.knowledge.Passage;
import cn.zhirong.knowledge.PassageHit;
import java.util.ArrayList;
import java.util.List;

/** What came of one part of a question. */
sealed interface Finding {

    /**
     * It is stated, in these pieces, conclusion first.
     *
     * @param support how much of the question the words hold with their passage, headings and title, 0 to 1
     * @param confidence how sure it is that they answer, 0 to 1
     * @param remark what is to be said besides, without a figure; may be empty
     * @param nearest what holds most of the question, to be shown as well where it is not sure enough to be said
     */
    record Stated(List<Piece> pieces, double support, double confidence, String remark, List<Piece> nearest)
            implements Finding {
        private static final int MOST_PIECES = 4;

        public Stated {
            pieces = List.copyOf(pieces);
            nearest = List.copyOf(nearest);
        }

        /** The same beside what is nearest. */
        Stated beside(List<Piece> closest) {
            return new Stated(pieces, support, confidence, remark, closest);
        }

        /** What is shown where nothing is said: the beginning of it, and the nearest of other provisions. */
        List<Piece> shown() {
            List<Piece> shown =
                    new ArrayList<>(pieces.stream().limit(MOST_PIECES).toList());
            nearest.stream()
                    .filter(piece -> pieces.stream()
                            .noneMatch(own -> own.hit()
                                    .passage()
                                    .id()
                                    .equals(piece.hit().passage().id())))
                    .limit(1)
                    .forEach(shown::add);
            return shown;
        }

        /** What a heading or a document's own head states beyond doubt. */
        Stated(List<Piece> pieces) {
            this(pieces, 1, 1, "", List.of());
        }

        Passage source() {
            return pieces.getFirst().hit().passage();
        }
    }

    /**
     * It is not stated.
     *
     * @param part what was asked
     * @param related whether the documents are about the subject at all
     * @param nearest what stands nearest, best first
     */
    record Missing(Part part, boolean related, List<Piece> nearest) implements Finding {
        public Missing {
            nearest = List.copyOf(nearest);
        }
    }

    /** It cannot be told which document is meant: the titles to choose from. */
    record Ambiguous(List<String> titles) implements Finding {
        public Ambiguous {
            titles = List.copyOf(titles);
        }
    }

    /**
     * Words taken from a passage.
     *
     * @param lead what the assistant says before them, such as {@code 文号：}, or empty
     * @param hit where they stand
     * @param span which they are
     * @param end what closes them
     */
    record Piece(String lead, PassageHit hit, Span span, String end) {
        /** The quoted words. */
        String quote() {
            return span.of(hit.passage().text());
        }

        /** What a reader sees. */
        String text() {
            return lead + quote().replaceAll("[，,；;：:。、\\s]+$", "").replaceAll("\\s*\\n\\s*", "") + end;
        }
    }
}
