package cn.zhirong.document;

import java.util.regex.Pattern;

/** Spelling of lines: what counts as the same words. */
final class Words {
    private static final Pattern LETTER_SPACED = Pattern.compile("(?:\\p{IsHan}\\s+)+\\p{IsHan}");

    private static final Pattern SENTENCE_END = Pattern.compile("[。；;！？!?][”’）)》]?\\s*$");
    private static final int LONGEST_SPACED = 120;

    private Words() {}

    /**
     * Full-width digits, letters, brackets and stops as their ASCII twins, ideographic and no-break spaces as a space. One
     * character stays one character, so that offsets hold in the line as printed.
     */
    static String fold(String line) {
        StringBuilder folded = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            folded.append(fold(line.charAt(i)));
        }
        return folded.toString();
    }

    private static char fold(char c) {
        return switch (c) {
            case '０', '１', '２', '３', '４', '５', '６', '７', '８', '９' -> (char) (c - '０' + '0');
            case '（', '﹙' -> '(';
            case '）', '﹚' -> ')';
            case '．' -> '.';
            case '：' -> ':';
            case '\u3000', '\u00a0', '\u2002', '\u2003', '\u2009', '\u200b', '\ufeff', '\t' -> ' ';
            default -> c;
        };
    }

    /** The words without any white space: how titles and headings are compared. */
    static String compact(String line) {
        StringBuilder compact = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = fold(line.charAt(i));
            if (!Character.isWhitespace(c)) {
                compact.append(c);
            }
        }
        return compact.toString();
    }

    /** {@code 总　则} as {@code 总则}: spaces set for looks between single characters, the others kept as one. */
    static String unspaced(String line) {
        String trimmed = fold(line).strip();
        if (trimmed.length() <= LONGEST_SPACED && LETTER_SPACED.matcher(trimmed).matches()) {
            return trimmed.replaceAll("\\s+", "");
        }
        return line.strip();
    }

    /** Whether the line is a whole sentence, or several, rather than a heading. */
    static boolean endsSentence(String line) {
        return SENTENCE_END.matcher(line).find();
    }
}
