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
import java.util.stream.Collectors;

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
    private static final String CHINESE = "[零〇一二三四五六七八九十百千两]{1,9}(?:点[零〇一二三四五六七八九]{1,6})?";
    private static final String NUMBER = "(" + ARABIC + "|" + CHINESE + ")";
    private static final Pattern FRACTION = Pattern.compile("(百|千|万)分之" + NUMBER);

    /** Such as 一亿五千万元 and 十二万五千元: of several places, each with a number of its own. */
    private static final Pattern PLACES = Pattern.compile("(?<![0-9.零〇一二三四五六七八九十百千两点])(?:" + NUMBER + "\\s?亿\\s?(?:"
            + NUMBER + "\\s?万\\s?)?|" + NUMBER + "\\s?万\\s?)" + "(?:" + NUMBER + "\\s?)?元");

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
            long unit = switch (fraction.group(1)) {
                case "百" -> 10_000;
                case "千" -> 1_000;
                default -> 100;
            };
            number(fraction.group(2), unit).ifPresent(ppm -> figures.add(new Figure(Type.RATE, ppm)));
        }
        rest.append(plain.substring(from));
        Matcher written = WRITTEN.matcher(places(rest.toString(), figures));
        while (written.find()) {
            if (written.group(1) != null) {
                of(written.group(1), written.group(3)).ifPresent(figures::add);
            }
            of(written.group(2), written.group(3)).ifPresent(figures::add);
        }
        return figures;
    }

    /** What is left when amounts of several places are taken out. */
    private static String places(String text, Set<Figure> figures) {
        return PLACES.matcher(text).replaceAll(match -> {
            long fen = 0;
            int parts = 0;
            long[] units = {10_000_000_000L, 1_000_000L, 1_000_000L, 100L};
            for (int group = 1; group <= units.length; group++) {
                if (match.group(group) != null) {
                    parts++;
                    fen += number(match.group(group), units[group - 1]).orElse(Money.MOST_WRITTEN.fen() + 1);
                }
            }
            if (parts < 2 || fen > Money.MOST_WRITTEN.fen()) {
                return Matcher.quoteReplacement(match.group());
            }
            figures.add(new Figure(Type.MONEY, fen));
            return "；";
        });
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
        int point = written.indexOf('点');
        if (point > 0) {
            String digits = written.substring(point + 1)
                    .chars()
                    .mapToObj(digit -> String.valueOf(Math.max(0, "〇一二三四五六七八九".indexOf(digit))))
                    .collect(Collectors.joining());
            OptionalInt whole = Numbering.value(written.substring(0, point));
            return whole.isPresent() ? number(whole.getAsInt() + "." + digits, unit) : Optional.empty();
        }
        OptionalInt value = Numbering.value(written.replaceFirst("^零(?=.)", ""));
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
