package cn.zhirong.knowledge;

/** The words of which a passage's vector is made. */
final class EmbeddedText {
    /** The model reads 512 tokens, one a character; a longer text would be read in parts and averaged. */
    private static final int LONGEST = 505;

    private EmbeddedText() {}

    /** Title and trail first: a provision alone rarely says what it is about. */
    static String of(Passage passage) {
        String words = passage.title() + "\n"
                + (passage.trail().isEmpty() ? "" : String.join(" ", passage.trail()) + "\n") + passage.searchText();
        if (words.isBlank()) {
            return "无题"; // the model refuses to read nothing, and one such passage must not keep the others waiting
        }
        return words.substring(0, Math.min(words.length(), LONGEST));
    }
}
