package cn.zhirong.document;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** Makes the characters of a source harmless and plain without changing a word of it, and says what counts as the same words. */
final class Words {
    private static final Pattern LETTER_SPACED = Pattern.compile("(?:\\p{IsHan}\\s+)+\\p{IsHan}");

    private static final Pattern SENTENCE_END = Pattern.compile("[。；;！？!?][”’）)》]?\\s*$");
    private static final int LONGEST_SPACED = 120;

    private Words() {}

    /**
     * One line of text: no control, zero-width, direction or tag characters, every run of white space one space, trimmed.
     * Full-width letters, digits and punctuation stay as they are.
     */
    static String clean(String raw) {
        var text = new StringBuilder(raw.length());
        boolean space = false;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (isWhite(c)) {
                space = true;
                continue;
            }
            if (isInvisible(c)) {
                continue;
            }
            if (space && !text.isEmpty()) {
                text.append(' ');
            }
            space = false;
            append(text, c);
        }
        return text.toString();
    }

    /** Whether the character is a Chinese one or Chinese punctuation, set without spaces between. */
    static boolean isCjk(int c) {
        return (c >= 0x2E80 && c <= 0x9FFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE4F)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || (c >= 0x20000 && c <= 0x3FFFF)
                || "“”‘’…—·〔〕".indexOf(c) >= 0;
    }

    private static boolean isWhite(int c) {
        return c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
        };
    }

    private static void append(StringBuilder text, int c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            text.append('\uFFFD');
        } else if (c >= 0x2E80 && c <= 0x2FDF) {
            // Some fonts map 文 to its radical ⽂, which no search would ever find.
            text.append(Normalizer.normalize(Character.toString(c), Form.NFKC));
        } else {
            text.appendCodePoint(c);
        }
    }

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
