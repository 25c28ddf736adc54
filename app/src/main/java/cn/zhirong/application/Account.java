package cn.zhirong.application;

import cn.zhirong.web.FormReader;
import io.micronaut.serde.annotation.Serdeable;

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
