package cn.zhirong.assistant;

import cn.zhirong.kernel.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people say them of their firm: {@code 1亿2000万}, {@code 3千万元}, {@code 百分之三点六}, {@code 3.6个百分点}. */
final class SaidAmount {
    private static final String STEP = "[0-9]{1,15}(?:\\.[0-9]{1,8})?(?:万亿|千亿|百亿|亿|千万|百万|十万|万|千|百|元|块)元?";

    /** An amount with its unit, in the form of {@link #normal}: a bare number says neither 元 nor 万元, a range no one amount. */
    static final String AMOUNT = "(?<![0-9.~—-]|[0-9万亿元][到至])((?:" + STEP + "){1,3})(?![0-9到至~—以-])";

    /** A share with its unit. */
    static final String SHARE = "((?<![0-9.])[0-9]{1,6}(?:\\.[0-9]{1,6})?(?:%|‰|个?百分点|个点))";

    private static final Pattern ONE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(万亿|千亿|百亿|亿|千万|百万|十万|万|千|百|元|块)元?");
    private static final Map<String, Integer> ZEROS = Map.ofEntries(
            Map.entry("万亿", 12),
            Map.entry("千亿", 11),
            Map.entry("百亿", 10),
            Map.entry("亿", 8),
            Map.entry("千万", 7),
            Map.entry("百万", 6),
            Map.entry("十万", 5),
            Map.entry("万", 4),
            Map.entry("千", 3),
            Map.entry("百", 2),
            Map.entry("元", 0),
            Map.entry("块", 0));
    private static final Pattern POINT = Pattern.compile("([零〇一二两三四五六七八九十]{1,4})点([零〇一二三四五六七八九]{1,6})(?!钟)");
    private static final Pattern PER_MILLE = Pattern.compile("千分之([0-9.]+)");
    private static final String DIGITS = "零一二三四五六七八九";
    /** 10万亿元, the most that anybody may state. */
    private static final BigDecimal MOST = new BigDecimal("10000000000000");

    private SaidAmount() {}

    /** The one form in which figures are looked for: digits for numerals before a unit, no blanks, no 元 after 万 and 亿. */
    static String normal(String cleaned) {
        String pointed =
                POINT.matcher(cleaned).replaceAll(found -> whole(found.group(1)) + "." + digits(found.group(2)));
        String normal = QuestionText.normal(pointed);
        // Simplifying a script that writes 著 and 着 alike makes one of both.
        normal = normal.replace("着作权", "著作权").replace("软着", "软著");
        return PER_MILLE.matcher(normal).replaceAll("$1‰");
    }

    /** What {@link #AMOUNT} found; empty where its parts do not fall or where it is finer than 分 or beyond 10万亿元. */
    static Optional<Money> money(String words) {
        Matcher matcher = ONE.matcher(words);
        BigDecimal yuan = BigDecimal.ZERO;
        int last = Integer.MAX_VALUE;
        while (matcher.find()) {
            int zeros = ZEROS.getOrDefault(matcher.group(2), 0);
            if (zeros >= last) {
                return Optional.empty();
            }
            last = zeros;
            yuan = yuan.add(new BigDecimal(matcher.group(1)).scaleByPowerOfTen(zeros));
        }
        BigDecimal fen = yuan.scaleByPowerOfTen(2).stripTrailingZeros();
        return last == Integer.MAX_VALUE || fen.scale() > 0 || yuan.compareTo(MOST) > 0
                ? Optional.empty()
                : Optional.of(new Money(fen.longValueExact()));
    }

    /** What {@link #SHARE} found, as {@link cn.zhirong.kernel.Rate#written} reads it. */
    static String share(String words) {
        return words.replaceAll("个?百分点|个点", "%");
    }

    private static String whole(String numeral) {
        return QuestionText.normal(numeral + "元").replace("元", "");
    }

    private static String digits(String numeral) {
        StringBuilder digits = new StringBuilder();
        numeral.chars().forEach(one -> digits.append(one == '〇' ? 0 : DIGITS.indexOf(one)));
        return digits.toString();
    }
}
