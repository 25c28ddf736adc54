package cn.zhirong.drafting;

import cn.zhirong.document.Numbering;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a clause writes it, so that {@code 三十万元}, {@code 30 万元} and {@code 300000元} are one.
 *
 * @param number fen, millionths, months, days, or a plain count
 */
public record Figure(Type type, long number) {
    /** What it counts. */
    enum Type {
        MONEY,
        RATE,
        MONTHS,
        DAYS,
        COUNT
    }

    private static final String ARABIC = "[0-9]{1,12}(?:,[0-9]{3})*(?:\\.[0-9]{1,6})?";
    private static final String CHINESE = "[零〇一二三四五六七八九十百千两]{1,9}";
    private static final String NUMBER = "(" + ARABIC + "|" + CHINESE + ")";
    private static final Pattern FRACTION = Pattern.compile("(百|千)分之" + NUMBER);
    private static final Pattern WRITTEN = Pattern.compile("(?<![0-9.])(?:" + NUMBER + "\\s{0,2}[-—–~～至]{1,2}\\s{0,2})?"
            + NUMBER + "\\s{0,2}(亿元|千万元|百万元|万元|千元|元|%|‰|个百分点|个?基点|bp|倍|周年|个月|年|个工作日|日|天|)");

    /** Every number that stands in a text. */
    static Set<Figure> in(String text) {
        Set<Figure> figures = new LinkedHashSet<>();
        String plain = folded(text);
        StringBuilder rest = new StringBuilder();
        Matcher fraction = FRACTION.matcher(plain);
        int from = 0;
        while (fraction.find()) {
            rest.append(plain, from, fraction.start()).append('；');
            from = fraction.end();
            long unit = fraction.group(1).equals("百") ? 10_000 : 1_000;
            number(fraction.group(2), unit).ifPresent(ppm -> figures.add(new Figure(Type.RATE, ppm)));
        }
        rest.append(plain.substring(from));
        Matcher written = WRITTEN.matcher(rest);
        while (written.find()) {
            if (written.group(1) != null) {
                of(written.group(1), written.group(3)).ifPresent(figures::add);
            }
            of(written.group(2), written.group(3)).ifPresent(figures::add);
        }
        return figures;
    }

    private static Optional<Figure> of(String number, String unit) {
        return switch (unit) {
            case "亿元" -> number(number, 10_000_000_000L).map(fen -> new Figure(Type.MONEY, fen));
            case "千万元" -> number(number, 1_000_000_000L).map(fen -> new Figure(Type.MONEY, fen));
            case "百万元" -> number(number, 100_000_000L).map(fen -> new Figure(Type.MONEY, fen));
            case "万元" -> number(number, 1_000_000L).map(fen -> new Figure(Type.MONEY, fen));
            case "千元" -> number(number, 100_000L).map(fen -> new Figure(Type.MONEY, fen));
            case "元" -> number(number, 100L).map(fen -> new Figure(Type.MONEY, fen));
            case "%", "个百分点" -> number(number, 10_000L).map(ppm -> new Figure(Type.RATE, ppm));
            case "‰" -> number(number, 1_000L).map(ppm -> new Figure(Type.RATE, ppm));
            case "基点", "个基点", "bp" -> number(number, 100L).map(ppm -> new Figure(Type.RATE, ppm));
            case "倍" -> number(number, Rate.ONE_PPM).map(ppm -> new Figure(Type.RATE, ppm));
            case "年", "周年" -> number(number, 12L).map(months -> new Figure(Type.MONTHS, months));
            case "个月" -> number(number, 1L).map(months -> new Figure(Type.MONTHS, months));
            case "日", "天", "个工作日" -> number(number, 1L).map(days -> new Figure(Type.DAYS, days));
            default -> number(number, 1L).map(count -> new Figure(Type.COUNT, count));
        };
    }

    private static Optional<Long> number(String written, long unit) {
        if (written.matches(ARABIC)) {
            BigDecimal product = new BigDecimal(written.replace(",", "")).multiply(BigDecimal.valueOf(unit));
            boolean fits = product.stripTrailingZeros().scale() <= 0
                    && product.compareTo(BigDecimal.valueOf(Money.MOST_WRITTEN.fen())) <= 0;
            return fits ? Optional.of(product.longValueExact()) : Optional.empty();
        }
        OptionalInt value = Numbering.value(written);
        return value.isPresent() ? Optional.of(value.getAsInt() * unit) : Optional.empty();
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            folded.append(
                    c >= '０' && c <= '９'
                            ? (char) (c - '０' + '0')
                            : c == '％' ? '%' : c == '，' ? ';' : c == '．' ? '.' : c);
        }
        return folded.toString();
    }

    /** As people read it. */
    public String words() {
        return switch (type) {
            case MONEY -> new Money(number).words();
            case RATE -> new Rate(number).words();
            case MONTHS -> number % 12 == 0 ? number / 12 + "年" : number + "个月";
            case DAYS -> number + "日";
            case COUNT -> Long.toString(number);
        };
    }
}
