package cn.zhirong.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides numbers and addresses that belong to one person: of identity cards, mobile telephones and bank cards, and of e-mail. In what
 * is kept for long or shown to many enough is left to recognise it by; in what people ask it is named and gone.
 */
public final class Masking {
    private static final String ID_CARD =
            "\\d{6}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]";
    private static final String MOBILE = "(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}";
    private static final String BANK_CARD = "62\\d{2}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?";
    private static final String MAIL = "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,24}";

    /**
     * Amounts in fen may look like telephone numbers: what is named so is left alone. So are digits among letters, as in digests.
     */
    private static final Pattern PERSONAL = Pattern.compile("(?<!Fen=)(?<!Fen\":)(?<![0-9A-Za-z])(?:" + ID_CARD + "|"
            + BANK_CARD + "|" + MOBILE + ")(?![0-9A-Za-z])|" + MAIL);

    private static final Pattern ASKED_ID_CARD = Pattern.compile("(?<![0-9A-Za-z])" + ID_CARD + "(?![0-9A-Za-z])");
    private static final Pattern ASKED_BANK_CARD = Pattern.compile("(?<!\\d)" + BANK_CARD + "(?!\\d)");
    private static final Pattern ASKED_MOBILE = Pattern.compile("(?<!\\d)" + MOBILE + "(?!\\d)");
    private static final Pattern ASKED_MAIL = Pattern.compile(MAIL);

    private Masking() {}

    /** The text with every ID card, mobile telephone and bank card number and every e-mail address masked. */
    public static String text(String text) {
        return PERSONAL.matcher(text).replaceAll(found -> Matcher.quoteReplacement(one(found.group())));
    }

    /**
     * The text with {@code ［证件号码］}, {@code ［银行卡号］}, {@code ［手机号码］} or {@code ［邮箱］} in the place of each: no policy is asked for by
     * them.
     */
    public static String named(String text) {
        String named = ASKED_ID_CARD.matcher(text).replaceAll("［证件号码］");
        named = ASKED_BANK_CARD.matcher(named).replaceAll("［银行卡号］");
        named = ASKED_MOBILE.matcher(named).replaceAll("［手机号码］");
        return ASKED_MAIL.matcher(named).replaceAll("［邮箱］");
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
