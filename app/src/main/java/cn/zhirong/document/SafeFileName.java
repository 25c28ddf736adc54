package cn.zhirong.document;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Set;

/** Makes the name somebody gave a file harmless to show, to log and to offer for download. */
public final class SafeFileName {
    /** Longest result, in characters, ending included. */
    private static final int LONGEST = 100;

    private static final String NAMELESS = "未命名文件";
    private static final Set<String> RESERVED =
            Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    private SafeFileName() {}

    /**
     * A display name without folders, control, direction or picture characters, never empty, at most 100 characters; its ending
     * is the real one. It is not meant as a place to store anything.
     */
    public static String of(String name) {
        String last =
                Normalizer.normalize(name, Form.NFC).replaceAll("[\\\\/]+", "/").replaceAll("/+$", "");
        last = last.substring(last.lastIndexOf('/') + 1);
        var kept = new StringBuilder();
        last.codePoints().filter(SafeFileName::isHarmless).forEach(kept::appendCodePoint);
        String clean = Words.clean(kept.toString()).replaceAll("\\.{2,}", ".").replaceAll("[. ]+$", "");
        int dot = clean.lastIndexOf('.');
        String ending = dot >= 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
        String stem = clean.substring(0, clean.length() - ending.length()).replaceAll("^[. -]+|[. ]+$", "");
        if (stem.isEmpty() || RESERVED.contains(stem.toLowerCase(Locale.ROOT))) {
            stem = NAMELESS;
        }
        return shorten(stem, LONGEST - ending.length()) + ending;
    }

    private static String shorten(String stem, int longest) {
        if (stem.length() <= longest) {
            return stem;
        }
        int end = Character.isHighSurrogate(stem.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return stem.substring(0, end).strip() + "…";
    }

    private static boolean isHarmless(int c) {
        return Character.isLetterOrDigit(c)
                || Character.isSpaceChar(c)
                || "._-+()（）《》〈〉【】[]〔〕“”‘’、，。；：·—…&".indexOf(c) >= 0;
    }
}
