package cn.zhirong.application;

import cn.zhirong.kernel.Money;
import cn.zhirong.web.FormReader;

/** Sums of money that officers type. */
final class Amounts {
    private Amounts() {}

    /** In 元 where no unit is written; what is no sum is noted. */
    static Money typed(FormReader form, String field, String label) {
        String written = form.raw(field).replace(" ", "");
        return Money.written(written.matches("[0-9.,]+") ? written + "元" : written)
                .orElseGet(() -> {
                    form.wrong(field, label + "须写成数字，例如 20000 元，精确到分。");
                    return Money.ZERO;
                });
    }
}
