package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An answer in the making: numbers the citations and checks each sentence against what it cites. */
final class Draft {
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<String, Citation> citations = new LinkedHashMap<>();
    private boolean isSupported = true;

    /** Cites a piece and returns the number; the same words are cited once. */
    int cite(Piece piece) {
        Passage passage = piece.hit().passage();
        String key = passage.id() + ":" + piece.span();
        return citations
                .computeIfAbsent(
                        key,
                        fresh -> new Citation(
                                citations.size() + 1,
                                passage.policyId(),
                                passage.versionId(),
                                passage.shelf(),
                                passage.documentNumber(),
                                passage.title(),
                                passage.versionNumber(),
                                passage.path(),
                                passage.anchor(),
                                piece.quote(),
                                piece.span().from(),
                                piece.hit().validity().label()))
                .n();
    }

    /** Adds a sentence. Its figures must stand in the words it quotes; those of its lead may be the document's own dates. */
    void say(Piece piece) {
        String text = piece.text();
        if (sentences.stream().anyMatch(said -> said.text().equals(text))) {
            return;
        }
        Passage passage = piece.hit().passage();
        List<String> cited = new ArrayList<>(List.of(piece.quote()));
        if (passage.signedOn() != null) {
            cited.add(Conflict.DAY.format(passage.signedOn()));
        }
        if (passage.publishedOn() != null) {
            cited.add(Conflict.DAY.format(passage.publishedOn()));
        }
        Set<String> unsupported = Figures.unsupported(text, cited);
        isSupported &= unsupported.isEmpty();
        sentences.add(new Sentence(text, List.of(cite(piece))));
    }

    /** Adds words of our own, which hold no figure. */
    void remark(String text) {
        isSupported &= Figures.of(text).isEmpty();
        sentences.add(new Sentence(text, List.of()));
    }

    /** Whether every figure said so far is supported. */
    boolean isSupported() {
        return isSupported;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    List<Citation> citations() {
        return List.copyOf(citations.values());
    }
}
