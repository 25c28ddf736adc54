package cn.zhirong.assistant;

import cn.zhirong.kernel.Simplified;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what people type, and what documents print, to one form. Linear in the length, for any input. */
final class QuestionText {
    /** More than twice what a question may have: two marks may become one letter, and gaps are read as one. */
    private static final int READ_AT_MOST = 1200;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SPACE_IN_CHINESE = Pattern.compile("(?<=\\p{IsHan}|[,.?!;:])\\s+(?=\\p{IsHan})");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern PERCENT = Pattern.compile("百分之([零〇一二两三四五六七八九十百\\d.]+)");
    private static final String NUMERALS = "零〇一二两三四五六七八九十百千";
    private static final String UNITS = "万亿元%‰倍成年个家户人名天日月次项件周";
    private static final Pattern FINANCIAL =
            Pattern.compile("[零壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}(?=[万亿元圆])|(?<=[万亿])[零壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}(?=[元圆])");
    private static final Pattern ROUND = Pattern.compile("(?<=[\\d一二两三四五六七八九十百千])(?:来|多|余)?个?(?=[万亿])");
    private static final Pattern WHOLE = Pattern.compile("(?<=[\\d万亿百千])(圆整?|元整)");
    private static final Pattern DAY = Pattern.compile("(?<=月\\d{1,2})号");
    /** 3千万: the numeral behind a figure belongs to it, and would otherwise be read by itself. */
    private static final Pattern MIXED = Pattern.compile("(?<![\\d.])(\\d{1,9}(?:\\.\\d{1,6})?)([十百千])(?=[万亿])");

    private static final Pattern YUAN = Pattern.compile("(?<=[万亿])元");

    /** Greek and Cyrillic letters that look like the Latin ones below them, in which words can be hidden. */
    private static final String LIKE_LATIN = "аеорсухіѕјһԁԛԝАВЕКМНОРСТУХІЅЈοαινρυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String LATIN = "aeopcyxisjhdqwABEKMHOPCTYXISJoaivpuABEZHIKMNOPTYX";

    private QuestionText() {}

    /** What was typed without what cannot be seen, in simplified script and half width; no more is read than shows that it is too long. */
    static String clean(String typed) {
        StringBuilder visible = new StringBuilder(Math.min(typed.length(), READ_AT_MOST));
        for (int i = 0; i < typed.length() && visible.length() < READ_AT_MOST; ) {
            int point = typed.codePointAt(i);
            i += Character.charCount(point);
            switch (Character.getType(point)) {
                // Zero-width characters, direction overrides and the tag block, in which words can be hidden.
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                case Character.CONTROL, Character.SPACE_SEPARATOR -> appendGap(visible);
                default -> appendVisible(visible, point);
            }
        }
        String folded = Normalizer.normalize(visible, Normalizer.Form.NFKC);
        String simplified = Simplified.of(folded);
        String spaced = SPACE.matcher(simplified).replaceAll(" ").strip();
        return SPACE_IN_CHINESE.matcher(spaced).replaceAll("");
    }

    private static void appendGap(StringBuilder visible) {
        if (!visible.isEmpty() && visible.charAt(visible.length() - 1) != ' ') {
            visible.append(' ');
        }
    }

    private static void appendVisible(StringBuilder visible, int point) {
        int alike = point < 0x0370 ? -1 : LIKE_LATIN.indexOf(point);
        // A raised digit would be folded into the number before it: 10⁷ must not become 107.
        int raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(point);
        if (raised >= 0) {
            visible.append('^').append((char) ('0' + raised));
        } else if (alike >= 0) {
            visible.append(LATIN.charAt(alike));
        } else {
            visible.appendCodePoint(point);
        }
    }

    /**
     * One form for comparing: half width, lower case, no spaces, 百分之十五 = 15%, 五十亿元 = 50亿, 壹佰万圆整 = 100万, 3千万 = 3000万, 0.5个亿 = 0.5亿,
     * 24号 = 24日.
     */
    static String normal(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        folded = SPACE.matcher(folded).replaceAll("");
        // Most texts need few of these: looking for what each begins with costs far less than trying it everywhere.
        if (folded.indexOf(',') >= 0) {
            folded = THOUSANDS.matcher(folded).replaceAll("");
        }
        if (folded.indexOf('万') >= 0
                || folded.indexOf('亿') >= 0
                || folded.indexOf('圆') >= 0
                || folded.indexOf('整') >= 0) {
            folded = FINANCIAL.matcher(folded).replaceAll(found -> plain(found.group()));
            folded = ROUND.matcher(folded).replaceAll("");
            folded = MIXED.matcher(folded)
                    .replaceAll(found -> new BigDecimal(found.group(1))
                            .scaleByPowerOfTen("十百千".indexOf(found.group(2)) + 1)
                            .toPlainString());
            folded = WHOLE.matcher(folded).replaceAll("元");
        }
        if (folded.contains("百分之")) {
            folded = PERCENT.matcher(folded).replaceAll(found -> digits(found.group(1)) + "%");
        }
        folded = numerals(folded);
        if (folded.indexOf('号') >= 0) {
            folded = DAY.matcher(folded).replaceAll("日");
        }
        return folded.indexOf('元') < 0 ? folded : YUAN.matcher(folded).replaceAll("");
    }

    /** Chinese numerals before a unit become digits. By hand, since every text goes through here. */
    private static String numerals(String text) {
        StringBuilder digits = null;
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            if (NUMERALS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && NUMERALS.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (isUnitAt(text, end)) {
                digits = digits == null ? new StringBuilder(text.length()) : digits;
                digits.append(text, done, i).append(digits(text.substring(i, end)));
                done = end;
            }
            i = end;
        }
        return digits == null ? text : digits.append(text, done, text.length()).toString();
    }

    private static boolean isUnitAt(String text, int at) {
        return at < text.length()
                && (UNITS.indexOf(text.charAt(at)) >= 0
                        || text.startsWith("工作日", at)
                        || text.startsWith("小时", at)
                        || text.startsWith("季度", at));
    }

    /** 壹佰 as 一百. */
    private static String plain(String numeral) {
        StringBuilder plain = new StringBuilder(numeral.length());
        numeral.chars().forEach(symbol -> plain.append("零一二三四五六七八九十百千".charAt("零壹贰叁肆伍陆柒捌玖拾佰仟".indexOf(symbol))));
        return plain.toString();
    }

    /** A Chinese numeral up to 9999 in digits; anything else as it is. */
    private static String digits(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return Matcher.quoteReplacement(numeral);
        }
        if (numeral.matches("[零〇一二三四五六七八九]{2,}")) {
            StringBuilder year = new StringBuilder();
            numeral.chars().forEach(digit -> year.append(valueOf((char) digit)));
            return year.toString();
        }
        int sum = 0;
        int digit = -1;
        for (char symbol : numeral.toCharArray()) {
            int unit = symbol == '十' ? 10 : symbol == '百' ? 100 : symbol == '千' ? 1000 : 0;
            if (unit == 0) {
                digit = valueOf(symbol);
            } else {
                sum += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            }
        }
        return Integer.toString(sum + Math.max(digit, 0));
    }

    private static int valueOf(char symbol) {
        return symbol == '两' ? 2 : symbol == '〇' ? 0 : "零一二三四五六七八九".indexOf(symbol);
    }
}
