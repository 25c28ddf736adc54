package cn.zhirong.document;

import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of provisions in their one normal form: {@code 第4条}, {@code 第 四 条} and {@code 第４条} are {@code 第四条}. Used by
 * the parser and by whoever looks for a clause that a person named in a question.
 */
public final class Numbering {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] PLACES = {"", "十", "百", "千"};
    /** A number as written in a clause, spaces between its characters allowed. */
    static final String NUMBER = "(?:[0-9]{1,4}|[〇○零一二三四五六七八九十百千两](?:\\s?[〇○零一二三四五六七八九十百千两]){0,8})";

    private static final Pattern UNIT = Pattern.compile("第\\s*(" + NUMBER + ")\\s*(分编|编|章|节|条|款|项|目|段)");
    private static final Pattern BRACKETED_UNIT = Pattern.compile("第\\s*\\(\\s*(" + NUMBER + ")\\s*\\)\\s*(款|项|目)");
    private static final Pattern AFTER = Pattern.compile("(条)\\s*之\\s*(" + NUMBER + ")(?![0-9一二三四五六七八九十百])");
    private static final Pattern OUTLINE = Pattern.compile("(?<![第〇零一二三四五六七八九十百千\\p{Alnum}])"
            + "([一二三四五六七八九十]{1,3})\\s*[、.]?\\s*\\(\\s*([一二三四五六七八九十]{1,3}|[0-9]{1,2})\\s*\\)"
            + "(?:\\s*([0-9]{1,3})(?![0-9%年月日万亿元个家件项号])\\s*[.、]?)?");

    private Numbering() {}

    /** The Chinese numeral of a number from 0 to 9999: {@code 12} is 十二, {@code 205} is 二百零五. */
    public static String numeral(int number) {
        if (number < 0 || number > 9999) {
            throw new IllegalArgumentException("number out of 0..9999: " + number);
        }
        if (number == 0) {
            return "零";
        }
        StringBuilder numeral = new StringBuilder();
        String digits = Integer.toString(number);
        boolean zeroPending = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                zeroPending = true;
                continue;
            }
            if (zeroPending) {
                numeral.append('零');
                zeroPending = false;
            }
            numeral.append(DIGITS.charAt(digit)).append(PLACES[digits.length() - 1 - i]);
        }
        // 一十二 is written 十二; 一百一十二 keeps its 一
        return number >= 10 && number < 20 ? numeral.substring(1) : numeral.toString();
    }

    /**
     * The number a numeral stands for: Arabic digits of either width, {@code 一百零三}, or a row of digits such as
     * {@code 二〇〇五}. Empty for anything else and for numbers above 9999.
     */
    public static OptionalInt value(String numeral) {
        String written =
                Words.compact(numeral).replace('〇', '零').replace('○', '零').replace('两', '二');
        if (written.matches("[0-9]{1,4}")) {
            return OptionalInt.of(Integer.parseInt(written));
        }
        if (written.matches("[零一二三四五六七八九]{2,4}")) {
            int value = 0;
            for (char digit : written.toCharArray()) {
                value = value * 10 + DIGITS.indexOf(digit);
            }
            return OptionalInt.of(value);
        }
        return placeValue(written);
    }

    private static OptionalInt placeValue(String written) {
        Matcher places = Pattern.compile(
                        "(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?零?([一二三四五六七八九])?")
                .matcher(written);
        if (written.isEmpty() || !places.matches()) {
            return written.equals("零") ? OptionalInt.of(0) : OptionalInt.empty();
        }
        int tens = places.group(4) == null ? 0 : places.group(3) == null ? 1 : digit(places, 3);
        int value = digit(places, 1) * 1000 + digit(places, 2) * 100 + tens * 10 + digit(places, 5);
        return value == 0 && !written.equals("零") ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static int digit(MatchResult match, int group) {
        String digit = match.group(group);
        return digit == null ? 0 : DIGITS.indexOf(digit);
    }

    /**
     * Free text with every reference to a clause in normal form, all else as it was: {@code 第4条第2款} becomes 第四条第二款,
     * {@code 第(三)项} 第三项, {@code 二（二）4} 二、(二)4. — the forms of {@link Provision#path}.
     */
    public static String normaliseReferences(String text) {
        String folded = Words.fold(text);
        if (!folded.matches("(?s).*[第(].*")) {
            return text;
        }
        String units = replace(BRACKETED_UNIT, replace(UNIT, text, Numbering::unit), Numbering::unit);
        String articles = replace(
                AFTER, units, m -> m.group(1) + "之" + numeral(value(m.group(2)).orElse(0)));
        return replace(OUTLINE, articles, Numbering::outline);
    }

    private static String unit(MatchResult match) {
        OptionalInt number = value(match.group(1));
        return number.isEmpty() ? match.group() : "第" + numeral(number.getAsInt()) + match.group(2);
    }

    private static String outline(MatchResult match) {
        OptionalInt second = value(match.group(2));
        if (second.isEmpty()) {
            return match.group();
        }
        String point = match.group(3) == null ? "" : Integer.parseInt(match.group(3)) + ".";
        return match.group(1) + "、(" + numeral(second.getAsInt()) + ")" + point;
    }

    /** Finds in the folded text, replaces in the text as written: both have the same length. */
    private static String replace(
            Pattern pattern, String text, java.util.function.Function<MatchResult, String> replacement) {
        Matcher matcher = pattern.matcher(Words.fold(text));
        StringBuilder result = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            result.append(text, from, matcher.start()).append(replacement.apply(matcher.toMatchResult()));
            from = matcher.end();
        }
        return result.append(text, from, text.length()).toString();
    }
}
