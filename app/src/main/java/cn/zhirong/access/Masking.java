package cn.zhirong.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what identifies a person in what is kept for long or shown to many: enough is left to recognise it by. */
public final class Masking {
    private static final String ID_CARD =
            "[1-8]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]";
    private static final String MOBILE = "1[3-9]\\d{9}";
    private static final String BANK_CARD = "62\\d{14,17}";
    private static final String MAIL = "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,24}";

    /** Amounts in fen may look like telephone numbers: what is named so is left alone. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!Fen=)(?<!Fen\":)(?<![0-9A-Za-z])(?:" + ID_CARD + "|"
            + MOBILE + "|" + BANK_CARD + ")(?![0-9A-Za-z])|" + MAIL);

    private Masking() {}

    /** The text with every ID card, mobile telephone and bank card number and every e-mail address masked. */
    public static String text(String text) {
        return PERSONAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(found.group())));
    }

    /** An e-mail address or telephone number, masked whatever it looks like. */
    public static String address(String address) {
        return one(address);
    }

    private static String one(String value) {
        int at = value.indexOf('@');
        if (at >= 0) {
            return value.substring(0, Math.min(1, at)) + "***" + value.substring(at);
        }
        if (value.length() < 8) {
            return "***";
        }
        return value.substring(0, 3) + "*".repeat(value.length() - 7) + value.substring(value.length() - 4);
    }
}
