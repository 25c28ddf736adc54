package cn.zhirong.knowledge;

import cn.zhirong.kernel.Simplified;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The form in which words are compared, the same for texts and questions: width, case, simplified characters, and one way to
 * write numbers of clauses, shares and sums.
 */
final class TextForm {
    private static final String NUMERALS = "〇零一二两三四五六七八九十百千";
    private static final Pattern GAP_AT_HAN =
            Pattern.compile("(?<=\\p{IsHan})\\s+(?=[\\p{IsHan}\\d])|(?<=\\d)\\s+(?=\\p{IsHan})");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern PER_CENT =
            Pattern.compile("百分之([" + NUMERALS + "]{1,9}+(?!点)|\\d{1,9}(?:\\.\\d{1,9})?)");
    private static final Pattern CLAUSE_NUMBER = Pattern.compile("第([" + NUMERALS + "]{1,9})(?=[编章节条款项目批次期年届])");
    private static final Pattern COUNT = Pattern.compile("(?<![" + NUMERALS + "第])([" + NUMERALS
            + "]{1,9})(?=万|亿|个月|个工作日|倍)|([" + NUMERALS + "]{2,9})(?=元|年|月|日|天|户|家|件|人)");

    private TextForm() {}

    /** The form of a whole text. Linear in its length. */
    static String normal(String text) {
        String folded =
                Simplified.of(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        if (folded.length() > 1) {
            folded = GAP_AT_HAN.matcher(folded).replaceAll("");
            folded = THOUSANDS.matcher(folded).replaceAll("");
            folded = replace(PER_CENT, folded, match -> number(match.group(1)) + "%");
            folded = replace(CLAUSE_NUMBER, folded, match -> "第" + number(match.group(1)));
            folded = replace(COUNT, folded, match -> number(match.group()));
        }
        return folded;
    }

    /** One character alone: half width, lower case, simplified. Keeps the length of a text, so that offsets stay true. */
    static char normal(char c) {
        if (c >= '\u3400' && c <= '\u9fff') {
            return Simplified.of(c);
        }
        char narrow = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
        return Simplified.of(Character.toLowerCase(narrow));
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(match -> replacement.apply(match));
    }

    /** 十五 → 15, 二〇二三 → 2023, 两百零三 → 203; anything else stays. */
    static String number(String numeral) {
        if (numeral.chars().anyMatch(c -> NUMERALS.indexOf(c) < 0)) {
            return numeral;
        }
        if (numeral.chars().noneMatch(c -> c == '十' || c == '百' || c == '千')) {
            var digits = new StringBuilder();
            numeral.chars().forEach(c -> digits.append(digit((char) c)));
            return digits.toString();
        }
        int sum = 0;
        int digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            int unit = unit(numeral.charAt(i));
            if (unit == 1) {
                digit = digit(numeral.charAt(i));
            } else {
                sum += (digit <= 0 ? 1 : digit) * unit;
                digit = -1;
            }
        }
        return Integer.toString(sum + Math.max(0, digit));
    }

    private static int unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 1;
        };
    }

    private static int digit(char c) {
        return switch (c) {
            case '〇', '零' -> 0;
            case '两' -> 2;
            default -> "一二三四五六七八九".indexOf(c) + 1;
        };
    }
}
