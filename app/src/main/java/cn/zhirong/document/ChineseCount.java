package cn.zhirong.document;

import java.util.Locale;

/** Writes a counter as Word's number formats do. */
final class ChineseCount {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};

    private ChineseCount() {}

    /** The count in one of Word's formats; decimal for one that is not in use in Chinese documents. */
    static String format(String format, int count) {
        return switch (format) {
            case "none", "bullet" -> "";
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> chinese(count);
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" -> digits(count);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                count >= 1 && count <= 20 ? Character.toString('①' + count - 1) : Integer.toString(count);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(count);
            case "decimalZero" -> count < 10 ? "0" + count : Integer.toString(count);
            case "ideographTraditional" ->
                count >= 1 && count <= 10 ? "甲乙丙丁戊己庚辛壬癸".substring(count - 1, count) : Integer.toString(count);
            case "lowerLetter" -> letter(count).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letter(count);
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(count);
            default -> Integer.toString(count);
        };
    }

    /** 1 to 9999 in Chinese: 十一, 二十, 一百零五. */
    static String chinese(int count) {
        if (count < 1 || count > 9999) {
            return Integer.toString(count);
        }
        var text = new StringBuilder();
        String decimal = Integer.toString(count);
        boolean zero = false;
        for (int i = 0; i < decimal.length(); i++) {
            int digit = decimal.charAt(i) - '0';
            int place = decimal.length() - 1 - i;
            if (digit == 0) {
                zero = true;
                continue;
            }
            text.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(UNITS[place]);
            zero = false;
        }
        return text.toString().startsWith("一十") ? text.substring(1) : text.toString();
    }

    private static String digits(int count) {
        return Integer.toString(count)
                .chars()
                .mapToObj(c -> DIGITS.substring(c - '0', c - '0' + 1))
                .reduce("", String::concat);
    }

    private static String fullWidth(int count) {
        return Integer.toString(count)
                .chars()
                .mapToObj(c -> Character.toString(c - '0' + '０'))
                .reduce("", String::concat);
    }

    /** A to Z, then AA, BB as Word does. */
    private static String letter(int count) {
        if (count < 1 || count > 260) {
            return Integer.toString(count);
        }
        return Character.toString('A' + (count - 1) % 26).repeat((count - 1) / 26 + 1);
    }

    private static String roman(int count) {
        if (count < 1 || count > 300) {
            return Integer.toString(count);
        }
        String[] signs = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        int[] values = {100, 90, 50, 40, 10, 9, 5, 4, 1};
        var text = new StringBuilder();
        int left = count;
        for (int i = 0; i < values.length; i++) {
            for (; left >= values[i]; left -= values[i]) {
                text.append(signs[i]);
            }
        }
        return text.toString();
    }
}
