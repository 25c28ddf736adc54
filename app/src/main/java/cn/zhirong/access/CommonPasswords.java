package cn.zhirong.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first: words of {@code common-passwords.txt} with what people hang on to them and letters written as
 * digits, sequences, and very few different characters.
 */
final class CommonPasswords {
    private static final Set<String> WORDS = words();
    private static final String[] SEQUENCES = {
        "01234567890123456789",
        "98765432109876543210",
        "abcdefghijklmnopqrstuvwxyz",
        "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "qazwsxedcrfvtgbyhnujmikolp",
        "1q2w3e4r5t6y7u8i9o0p"
    };

    private CommonPasswords() {}

    /** @param lower the password in lower case */
    static boolean isCommon(String lower) {
        boolean fewDigits = lower.length() < 12 && lower.chars().allMatch(Character::isDigit);
        if (fewDigits || lower.chars().distinct().count() < 4) {
            return true;
        }
        for (String sequence : SEQUENCES) {
            if (sequence.contains(lower)) {
                return true;
            }
        }
        String plain = plain(lower);
        String core = lower.replaceAll("^[^a-z]+|[^a-z]+$", "");
        String plainCore = plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return WORDS.contains(lower)
                || WORDS.contains(plain)
                || (lower.length() - core.length() <= 8 && WORDS.contains(core))
                || (lower.length() - plainCore.length() <= 8 && WORDS.contains(plainCore));
    }

    private static String plain(String lower) {
        return lower.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static Set<String> words() {
        InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
