package cn.zhirong.assistant;

import java.util.regex.Pattern;

/**
 * Hides numbers that belong to one person: of identity cards, mobile telephones and bank cards. No policy is asked for by them,
 * so that they are hidden before a question is kept, searched for or written anywhere.
 */
final class PersonalData {
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<![0-9A-Za-z])\\d{6}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9Xx](?![0-9A-Za-z])");

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}(?!\\d)");
    private static final Pattern BANK_CARD =
            Pattern.compile("(?<!\\d)62\\d{2}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?(?!\\d)");

    private PersonalData() {}

    /** The text with each such number as {@code ［证件号码］}, {@code ［手机号码］} or {@code ［银行卡号］}. */
    static String hidden(String text) {
        String hidden = IDENTITY.matcher(text).replaceAll("［证件号码］");
        hidden = BANK_CARD.matcher(hidden).replaceAll("［银行卡号］");
        return MOBILE.matcher(hidden).replaceAll("［手机号码］");
    }
}
