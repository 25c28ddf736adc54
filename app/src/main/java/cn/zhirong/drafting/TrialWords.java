package cn.zhirong.drafting;

import cn.zhirong.kernel.Money;
import java.util.Locale;

/** Amounts and counts as the pages of a trial say them. */
final class TrialWords {
    private TrialWords() {}

    static String money(long fen) {
        return new Money(fen).words();
    }

    static String signed(long fen) {
        return fen == 0 ? "相同" : (fen > 0 ? "多 " : "少 ") + money(Math.abs(fen));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percent(long ppm) {
        return ppm / 10_000 + "." + String.format(Locale.ROOT, "%02d", ppm / 100 % 100) + "%";
    }
}
