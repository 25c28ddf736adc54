package cn.zhirong.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Traditional characters as simplified ones, one for one, so that places in a text stay true. A table of our own, since making
 * the one of a large library anew costs each start half a second.
 */
public final class Simplified {
    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9fff';
    private static final char[] TABLE = read();

    private Simplified() {}

    /** The simplified character; any other as it is. */
    public static char of(char c) {
        return c < FIRST || c > LAST ? c : TABLE[c - FIRST];
    }

    /** The text with every traditional character simplified; the same length. */
    public static String of(String text) {
        var simplified = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            simplified.append(of(text.charAt(i)));
        }
        return simplified.toString();
    }

    private static char[] read() {
        var table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) (FIRST + i);
        }
        try (InputStream in = Objects.requireNonNull(Simplified.class.getResourceAsStream("simplified.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(pairs -> {
                        for (int i = 0; i < pairs.length(); i += 2) {
                            table[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
