package cn.zhirong.enterprise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values read: on pages with their unit, in forms and tables as they are typed. */
final class FactText {
    /** Nothing is known. */
    static final String NONE = "—";

    private FactText() {}

    /** For reading, such as {@code 1,234.5 万元}. */
    static String shown(FactField field, FactValue value) {
        if (!value.isKnown()) {
            return NONE;
        }
        String typed = typed(field, value);
        return switch (field.type()) {
            case MONEY -> grouped(new BigDecimal(typed)) + " 万元";
            case COUNT -> grouped(new BigDecimal(typed)) + (field.unit().isEmpty() ? "" : " " + field.unit());
            case RATE -> typed + "%";
            case INDUSTRY -> new Industry(typed).toString();
            case TEXT, CHOICE, DATE, FLAG -> typed;
        };
    }

    /** As a person would type it, without its unit; empty where nothing is known. */
    static String typed(FactField field, FactValue value) {
        if (value.number() != null) {
            long number = value.number();
            return switch (field.type()) {
                case MONEY -> wan(number);
                case RATE -> percent(number);
                case FLAG -> number == 1 ? "是" : "否";
                case TEXT, CHOICE, INDUSTRY, DATE, COUNT -> String.valueOf(number);
            };
        }
        if (value.day() != null) {
            return value.day().toString();
        }
        return value.text() == null ? "" : value.text();
    }

    /** Fen in 万元, to the fen, without trailing zeros. */
    static String wan(long fen) {
        return plain(BigDecimal.valueOf(fen, 6));
    }

    /** The same for reading, with its unit. */
    static String money(@Nullable Long fen) {
        return fen == null ? NONE : grouped(BigDecimal.valueOf(fen, 6)) + " 万元";
    }

    /** Millionths in per cent. */
    static String percent(long ppm) {
        return plain(BigDecimal.valueOf(ppm, 4));
    }

    /** The same at a glance: to two places, half up; what decides is read from the exact one. */
    static String roundedPercent(long ppm) {
        return plain(BigDecimal.valueOf(ppm, 4).setScale(2, RoundingMode.HALF_UP)) + "%";
    }

    /** The first characters of words, never half of one. */
    static String cut(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        return words.substring(0, Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most);
    }

    /** The same for a message, with a mark where anything was left out. */
    static String shortened(String words, int most) {
        String cut = cut(words, most);
        return cut.equals(words) ? words : cut + "…";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String grouped(BigDecimal number) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
