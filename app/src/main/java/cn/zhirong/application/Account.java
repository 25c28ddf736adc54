package cn.zhirong.application;

import cn.zhirong.web.FormReader;
import io.micronaut.serde.annotation.Serdeable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the money goes.
 *
 * @param holder whose account it is
 * @param number digits only, 8 to 30 of them
 * @param bank the branch, as it stands on the contract
 */
@Serdeable
record Account(String holder, String number, String bank) {
    /** Nothing was said. */
    static final Account NONE = new Account("", "", "");

    boolean isKnown() {
        return !number.isEmpty();
    }

    /** As it is shown to whoever does not pay: the last four digits. */
    String masked() {
        return isKnown() ? holder + "，" + bank + "，尾号 " + number.substring(number.length() - 4) : "";
    }

    /**
     * The same for a firm's own account.
     *
     * @param names what the firm is called; the holder is one of them, however wide its letters and blanks are
     */
    static Account ofFirm(FormReader form, String... names) {
        Account account = read(form);
        if (Stream.of(names).noneMatch(name -> plain(name).equals(plain(account.holder)))) {
            form.wrong("holder", "户名须与企业名称“" + names[0] + "”一致：补贴只付到企业自己的对公账户。");
        }
        return account;
    }

    /** Whether the holder may be the one who is named: one name stands in the other, however wide its letters and blanks are. */
    boolean mayBeOf(String name) {
        String mine = plain(holder);
        String theirs = plain(name);
        return mine.contains(theirs) || theirs.contains(mine);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }

    /** Reads the fields {@code holder}, {@code accountNumber} and {@code bank}; what is wrong is noted. */
    static Account read(FormReader form) {
        String holder = form.line("holder", "户名", 2, 100);
        String number = form.raw("accountNumber").replaceAll("[\\s-]", "");
        if (!number.matches("[0-9]{8,30}")) {
            form.wrong("accountNumber", "银行账号须为 8 至 30 位数字。");
        }
        return new Account(holder, number, form.line("bank", "开户银行", 4, 100));
    }
}
