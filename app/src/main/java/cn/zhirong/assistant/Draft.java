package cn.zhirong.assistant;

import cn.zhirong.assistant.Finding.Piece;
import cn.zhirong.knowledge.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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
                                piece.hit().validity().label(),
                                recorded(piece)))
                .n();
    }

    /** Adds a sentence. Its figures must stand in the words it quotes; those of its lead may be the document's own dates. */
    void say(Piece piece) {
        String text = piece.text();
        if (sentences.stream().anyMatch(said -> said.text().equals(text))) {
            return;
        }
        List<String> cited = new ArrayList<>(recorded(piece));
        cited.add(piece.quote());
        Set<String> unsupported = Figures.unsupported(text, cited);
        isSupported &= unsupported.isEmpty();
        sentences.add(new Sentence(text, List.of(cite(piece))));
    }

    /** Days of the document's record that the words around the quoted ones name. */
    private static List<String> recorded(Piece piece) {
        Passage passage = piece.hit().passage();
        return Stream.of(
                        passage.signedOn(),
                        passage.publishedOn(),
                        passage.term().expiresOn())
                .filter(Objects::nonNull)
                .map(Conflict.DAY::format)
                .filter((piece.lead() + piece.end())::contains)
                .distinct()
                .toList();
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
