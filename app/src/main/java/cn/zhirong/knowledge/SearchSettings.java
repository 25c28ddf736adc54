package cn.zhirong.knowledge;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a bureau's questions are read. Nothing of it is in the index: it holds from the next question on.
 *
 * @param synonyms 俗称 and 正式用语, in the order in which they were written
 * @param meaningPercent the weight of meaning against wording, 100 for ours; 0 searches by words alone
 */
@Serdeable
public record SearchSettings(List<Synonym> synonyms, int meaningPercent) {
    /** A bureau that changed nothing. */
    public static final SearchSettings USUAL = new SearchSettings(List.of(), 100);

    static final int MOST_MEANING_PERCENT = 300;

    public SearchSettings {
        synonyms = List.copyOf(synonyms);
        if (meaningPercent < 0 || meaningPercent > MOST_MEANING_PERCENT) {
            throw new IllegalArgumentException(
                    "meaningPercent " + meaningPercent + " must be 0.." + MOST_MEANING_PERCENT);
        }
    }

    /**
     * A text in the documents' words.
     *
     * @param text with 正式用语 in the place of 俗称
     * @param terms the 正式用语 that came in
     */
    record Formal(String text, Set<String> terms) {}

    /** The text as the documents would say it; itself where it holds no 俗称. */
    public String formal(String text) {
        return read(text).text();
    }

    /** From left to right, the longest 俗称 first; what already stands in its 正式用语 is left alone. */
    Formal read(String text) {
        if (synonyms.isEmpty()) {
            return new Formal(text, Set.of());
        }
        String folded = folded(text);
        List<Synonym> longestFirst = synonyms.stream()
                .sorted(Comparator.comparingInt((Synonym it) -> -it.said().length()))
                .toList();
        var terms = new LinkedHashSet<String>();
        var formal = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            List<Synonym> here = at(longestFirst, folded, at);
            here.forEach(it -> terms.add(it.formal()));
            if (here.isEmpty()) {
                formal.append(text.charAt(at++));
            } else {
                formal.append(here.getFirst().formal());
                at += here.getFirst().said().length();
            }
        }
        return new Formal(formal.toString(), terms);
    }

    private static List<Synonym> at(List<Synonym> longestFirst, String text, int at) {
        var found = new ArrayList<Synonym>();
        for (Synonym synonym : longestFirst) {
            String said = folded(synonym.said());
            boolean same = found.isEmpty() || folded(found.getFirst().said()).equals(said);
            if (same && text.startsWith(said, at) && !isFormalAlready(text, at, said, folded(synonym.formal()))) {
                found.add(synonym);
            }
        }
        return found;
    }

    private static boolean isFormalAlready(String text, int at, String said, String formal) {
        for (int from = formal.indexOf(said); from >= 0; from = formal.indexOf(said, from + 1)) {
            if (text.startsWith(formal, at - from)) {
                return true;
            }
        }
        return false;
    }

    /** Half width, lower case, simplified; as long as the text itself. */
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.chars().forEach(c -> folded.append(TextForm.normal((char) c)));
        return folded.toString();
    }
}
