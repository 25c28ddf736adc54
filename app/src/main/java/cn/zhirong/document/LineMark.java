package cn.zhirong.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number a line begins with.
 *
 * @param style how it is written
 * @param number the number itself; the last one of {@code 1.2.3}
 * @param inserted 1 for {@code 第四条之一}, 0 without
 * @param label the normal form
 * @param rest the line after the number
 * @param spaced whether a space or stop divides the number from what follows
 */
record LineMark(Style style, int number, int inserted, String label, String rest, boolean spaced) {

    /** The ways of numbering, outermost first. */
    enum Style {
        PART,
        SUBPART,
        CHAPTER,
        SECTION,
        ARTICLE,
        /** 一、 */
        HAN,
        /** (一) */
        HAN_BRACKETED,
        /** 1. */
        ARABIC,
        /** (1) */
        ARABIC_BRACKETED,
        /** ① */
        CIRCLED,
        /** 1.2.3, as emergency plans and standards have it */
        DECIMAL
    }

    private static final String HAN_NUMBER = "[一二三四五六七八九十百](?:\\s?[一二三四五六七八九十百]){0,5}";
    private static final Pattern UNIT = Pattern.compile(
            "^第\\s*(" + Numbering.NUMBER + ")\\s*(分编|编|章|节|条)(?:\\s*之\\s*(" + HAN_NUMBER + "))?(\\s*[:、.]?\\s*)(.*)$");
    private static final Pattern HAN = Pattern.compile("^(" + HAN_NUMBER + ")\\s*[、.]\\s*(.*)$");
    private static final Pattern HAN_BRACKETED =
            Pattern.compile("^\\(\\s*(" + HAN_NUMBER + ")\\s*\\)\\s*[、.]?\\s*(.*)$");
    private static final Pattern ARABIC = Pattern.compile("^([0-9]{1,3})\\s*[.、]\\s*(?![0-9](?![0-9]{3}年))(.*)$");
    private static final Pattern ARABIC_BRACKETED = Pattern.compile("^\\(?\\s*([0-9]{1,3})\\s*\\)\\s*[、.]?\\s*(.*)$");
    private static final Pattern DECIMAL =
            Pattern.compile("^([0-9]{1,2}(?:\\.[0-9]{1,2}){1,4})\\.?\\s*([\\p{IsHan}“《(].*)$");
    private static final Pattern DECIMAL_TOP = Pattern.compile("^([0-9]{1,2})\\s+(\\p{IsHan}.*)$");
    /** After a decimal these make it an amount: 1.5倍 is no heading. */
    private static final Pattern MEASURE = Pattern.compile("^(?:倍|个|亿|万|千|元|米|公里|级|吨|度|分|年|折|成|以).*");

    /** The number the line begins with, if any; lines of a single kind of writing only, without regard to their place. */
    static Optional<LineMark> of(String line) {
        String printed = line.strip();
        if (printed.isEmpty() || !mayBegin(printed.charAt(0))) {
            return Optional.empty();
        }
        String folded = Words.fold(printed);
        Matcher unit = UNIT.matcher(folded);
        if (unit.matches()) {
            return unit(unit, printed);
        }
        Optional<LineMark> single = singleCharacter(printed);
        if (single.isPresent()) {
            return single;
        }
        for (Style style : new Style[] {Style.HAN, Style.HAN_BRACKETED, Style.ARABIC, Style.ARABIC_BRACKETED}) {
            Matcher matcher = pattern(style).matcher(folded);
            if (matcher.matches()) {
                return Numbering.value(matcher.group(1)).stream()
                        .mapToObj(n -> mark(style, n, printed.substring(matcher.start(2))))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static boolean mayBegin(char first) {
        return "第一二三四五六七八九十百(（".indexOf(first) >= 0
                || Character.isDigit(first)
                || first >= '①' && first <= '⒛'
                || first >= '㈠' && first <= '㈩';
    }

    /** The number of a line in a document numbered 1, 1.1, 1.1.1. */
    static Optional<LineMark> decimal(String line) {
        if (line.isBlank() || !Character.isDigit(line.strip().charAt(0))) {
            return Optional.empty();
        }
        String folded = Words.fold(line).strip();
        for (Pattern pattern : new Pattern[] {DECIMAL, DECIMAL_TOP}) {
            Matcher matcher = pattern.matcher(folded);
            if (matcher.matches() && !MEASURE.matcher(matcher.group(2)).matches()) {
                String label = matcher.group(1);
                int number = Integer.parseInt(label.substring(label.lastIndexOf('.') + 1));
                String rest = line.strip().substring(matcher.start(2));
                return Optional.of(new LineMark(Style.DECIMAL, number, 0, label, rest, true));
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(Style style) {
        return switch (style) {
            case HAN -> HAN;
            case HAN_BRACKETED -> HAN_BRACKETED;
            case ARABIC -> ARABIC;
            default -> ARABIC_BRACKETED;
        };
    }

    private static Optional<LineMark> unit(Matcher unit, String printed) {
        int number = Numbering.value(unit.group(1)).orElse(0);
        int inserted =
                unit.group(3) == null ? 0 : Numbering.value(unit.group(3)).orElse(0);
        if (number == 0) {
            return Optional.empty();
        }
        Style style = switch (unit.group(2)) {
            case "编" -> Style.PART;
            case "分编" -> Style.SUBPART;
            case "章" -> Style.CHAPTER;
            case "节" -> Style.SECTION;
            default -> Style.ARTICLE;
        };
        String after = inserted == 0 ? "" : "之" + Numbering.numeral(inserted);
        String label = "第" + Numbering.numeral(number) + unit.group(2) + after;
        return Optional.of(new LineMark(
                style,
                number,
                inserted,
                label,
                printed.substring(unit.start(5)),
                !unit.group(4).isEmpty()));
    }

    /** ㈠ ⑴ ⒈ ① are one character each. */
    private static Optional<LineMark> singleCharacter(String line) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        char first = line.charAt(0);
        String rest = line.substring(1).strip();
        if (first >= '㈠' && first <= '㈩') {
            return Optional.of(mark(Style.HAN_BRACKETED, first - '㈠' + 1, rest));
        }
        if (first >= '⑴' && first <= '⒇') {
            return Optional.of(mark(Style.ARABIC_BRACKETED, first - '⑴' + 1, rest));
        }
        if (first >= '⒈' && first <= '⒛') {
            return Optional.of(mark(Style.ARABIC, first - '⒈' + 1, rest));
        }
        if (first >= '①' && first <= '⑳') {
            return Optional.of(mark(Style.CIRCLED, first - '①' + 1, rest));
        }
        return Optional.empty();
    }

    private static LineMark mark(Style style, int number, String rest) {
        return new LineMark(style, number, 0, label(style, number), rest, true);
    }

    /** The normal form of a number in a style. */
    static String label(Style style, int number) {
        return switch (style) {
            case PART -> "第" + Numbering.numeral(number) + "编";
            case SUBPART -> "第" + Numbering.numeral(number) + "分编";
            case CHAPTER -> "第" + Numbering.numeral(number) + "章";
            case SECTION -> "第" + Numbering.numeral(number) + "节";
            case ARTICLE -> "第" + Numbering.numeral(number) + "条";
            case HAN -> Numbering.numeral(number) + "、";
            case HAN_BRACKETED -> "(" + Numbering.numeral(number) + ")";
            case ARABIC -> number + ".";
            case ARABIC_BRACKETED -> "(" + number + ")";
            case CIRCLED -> number <= 20 ? String.valueOf((char) ('①' + number - 1)) : "(" + number + ")";
            case DECIMAL -> Integer.toString(number);
        };
    }
}
