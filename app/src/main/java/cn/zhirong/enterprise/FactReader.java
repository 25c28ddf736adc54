package cn.zhirong.enterprise;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people type into forms and tables. What is wrong is told by an IllegalArgumentException in Chinese, with its bound. */
final class FactReader {
    /** Nothing before that is a firm of today. */
    static final LocalDate FIRST_DAY = LocalDate.of(1949, 10, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final int SHOWN = 30;
    private static final int MONEY_PLACES = 6;
    private static final int RATE_PLACES = 4;
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]{1,15})?");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private FactReader() {}

    /** A value of this field; nothing typed is unknown. */
    static FactValue read(FactField field, String typed) {
        String label = field.label();
        String words = normal(typed);
        if (words.isEmpty()) {
            return FactValue.UNKNOWN;
        }
        return switch (field.type()) {
            case TEXT -> FactValue.of(line(label, typed, (int) field.least(), (int) field.most()));
            case CHOICE -> FactValue.of(choice(field, words));
            case INDUSTRY ->
                FactValue.of(Industry.typed(words)
                        .map(Industry::code)
                        .orElseThrow(() -> wrong(label, "须是 GB/T 4754 的代码，二至四位数字，前面可以写门类字母，如 C35", words)));
            case DATE -> FactValue.of(day(label, words));
            case MONEY -> FactValue.of(money(label, words, field.least(), field.most()));
            case COUNT -> FactValue.of(count(label, words, field.least(), field.most()));
            case FLAG -> FactValue.of(flag(label, words) ? 1 : 0);
            case RATE -> throw new IllegalArgumentException(field + " is computed");
        };
    }

    /** Words on one line. */
    static String line(String label, String typed, int fewest, int most) {
        String words = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (CONTROLS.matcher(words).find()) {
            throw new IllegalArgumentException(label + "须写在一行里，不能含控制字符或看不见的字符。");
        }
        int length = words.codePointCount(0, words.length());
        if (length < fewest || length > most) {
            throw new IllegalArgumentException(
                    label + (fewest > 0 ? "须为 " + fewest + " 至 " + most + " 个字" : "最长 " + most + " 个字") + "，现在有 "
                            + length + " 个字。");
        }
        return words;
    }

    /** A day, as {@code 2026-03-01}, {@code 2026/3/1} or {@code 2026年3月1日}. */
    static LocalDate day(String label, String typed) {
        String words = normal(typed);
        Matcher matcher = DAY.matcher(words);
        if (matcher.matches()) {
            try {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)));
                if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                    return day;
                }
            } catch (DateTimeException noSuchDay) {
                // Told below, as a day out of bounds is.
            }
        }
        throw wrong(label, "须是 " + FIRST_DAY + " 至 " + LAST_DAY + " 之间的日期，写成 2026-03-01 这样", words);
    }

    /** An amount in 万元 as fen. */
    static long money(String label, String typed, long leastFen, long mostFen) {
        BigDecimal fen = number(typed).movePointRight(MONEY_PLACES);
        if (!isWhole(fen) || outside(fen, leastFen, mostFen)) {
            throw wrong(
                    label,
                    "须是 " + FactText.wan(leastFen) + " 至 " + FactText.wan(mostFen) + " 之间的数，单位万元，最多 " + MONEY_PLACES
                            + " 位小数",
                    typed);
        }
        return fen.longValueExact();
    }

    /** A share in per cent as millionths; the sign may be there. */
    static long rate(String label, String typed, long leastPpm, long mostPpm) {
        String words = normal(typed);
        BigDecimal ppm = number(words.endsWith("%") ? words.substring(0, words.length() - 1) : words)
                .movePointRight(RATE_PLACES);
        if (!isWhole(ppm) || outside(ppm, leastPpm, mostPpm)) {
            throw wrong(
                    label,
                    "须是 " + FactText.percent(leastPpm) + " 至 " + FactText.percent(mostPpm) + " 之间的百分数，例如 3.85，最多 "
                            + RATE_PLACES + " 位小数",
                    typed);
        }
        return ppm.longValueExact();
    }

    /** A whole number. */
    static long count(String label, String typed, long least, long most) {
        BigDecimal number = number(typed);
        if (!isWhole(number) || outside(number, least, most)) {
            throw wrong(label, "须是 " + least + " 至 " + most + " 之间的整数", typed);
        }
        return number.longValueExact();
    }

    /** Without the space around it, and with full-width characters as half-width ones. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    static IllegalArgumentException wrong(String label, String bound, String typed) {
        return new IllegalArgumentException(label + bound + "，现在是“" + FactText.shortened(typed.strip(), SHOWN) + "”。");
    }

    private static String choice(FactField field, String words) {
        return field.choices().stream()
                .filter(choice -> choice.equalsIgnoreCase(words) || (choice + "级").equalsIgnoreCase(words))
                .findFirst()
                .orElseThrow(() -> wrong(field.label(), "须是 " + String.join("、", field.choices()) + " 之一", words));
    }

    /** Yes or no. */
    static boolean flag(String label, String words) {
        return switch (words) {
            case "是", "有", "1", "true", "TRUE" -> true;
            case "否", "无", "0", "false", "FALSE" -> false;
            default -> throw wrong(label, "须填“是”或“否”", words);
        };
    }

    /** A number that cannot be read is one that is nowhere between any bounds. */
    private static BigDecimal number(String typed) {
        String words = normal(typed);
        return NUMBER.matcher(words).matches()
                ? new BigDecimal(words.replace(",", ""))
                : BigDecimal.valueOf(Long.MAX_VALUE).movePointRight(MONEY_PLACES);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean outside(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0;
    }
}
