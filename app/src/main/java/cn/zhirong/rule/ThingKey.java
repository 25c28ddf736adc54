package cn.zhirong.rule;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a loan, invoice or event, in the one form in which the same thing is the same word whoever typed it. */
public final class ThingKey {
    private static final int LONGEST = 100;
    private static final Pattern JOINS = Pattern.compile("[\\s\\p{Pd}_./·]+");

    private ThingKey() {}

    /** Wide letters are narrow, small ones capital; blanks and what joins are left out. Empty stays empty. */
    public static String of(String key) {
        String capital = Normalizer.normalize(key, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        String narrow = JOINS.matcher(capital).replaceAll("");
        return narrow.length() > LONGEST ? narrow.substring(0, LONGEST) : narrow;
    }

    static boolean same(String one, String other) {
        return one.equals(other) || of(one).equals(of(other));
    }
}
