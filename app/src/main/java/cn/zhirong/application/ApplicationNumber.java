package cn.zhirong.application;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an application is called: {@code 2026-ZQ-000123-K}. The last sign is the check of ISO 7064 MOD 37,36 over the others, so that
 * one wrong sign or two that changed places are noticed on the telephone.
 *
 * @param text in capital letters
 */
record ApplicationNumber(String text) {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("(20[0-9]{2}-[A-Z]{2}-[0-9]{6})-([0-9A-Z])");
    private static final Pattern SYLLABLE =
            Pattern.compile("((?:zh|ch|sh|[bcdfghjklmnpqrstwxyz])?[aeiouv]+(?:ng(?![aeiouv])|n(?![aeiouv]))?)");

    /** @param number from 1 within the bureau and year; above 999999 there is none */
    static ApplicationNumber of(int year, String slug, int number) {
        if (number < 1 || number > 999_999) {
            throw new IllegalArgumentException("number " + number + " must be 1 to 999999");
        }
        String body = "%04d-%s-%06d".formatted(year, letters(slug), number);
        return new ApplicationNumber(body + "-" + check(body));
    }

    /** What somebody typed, in any case and with blanks; empty where it cannot be one. */
    static Optional<ApplicationNumber> typed(String words) {
        Matcher matcher = FORM.matcher(words.strip().toUpperCase(Locale.ROOT).replace(" ", ""));
        return matcher.matches() && check(matcher.group(1)) == matcher.group(2).charAt(0)
                ? Optional.of(new ApplicationNumber(matcher.group()))
                : Optional.empty();
    }

    /** Two letters for people: the first of the first two syllables of the bureau's address, such as ZQ of zhaoqing. */
    static String letters(String slug) {
        String[] first = SYLLABLE.matcher(slug)
                .results()
                .map(found -> found.group().substring(0, 1))
                .limit(2)
                .toArray(String[]::new);
        String two = first.length == 2 ? first[0] + first[1] : slug.replaceAll("[^a-z]", "") + "xx";
        return two.substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private static char check(String body) {
        int rest = 36;
        for (char sign : body.replace("-", "").toCharArray()) {
            rest = (rest + SIGNS.indexOf(sign)) % 36;
            rest = (rest == 0 ? 36 : rest) * 2 % 37;
        }
        return SIGNS.charAt((37 - rest) % 36);
    }
}
