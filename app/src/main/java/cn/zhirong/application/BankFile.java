package cn.zhirong.application;

import cn.zhirong.kernel.Csv;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the bank is given: one row a payment, with the sum in the last row so that a file cut short is noticed. */
final class BankFile {
    static final List<String> HEAD = List.of("批次号", "序号", "申报编号", "收款户名", "收款账号", "开户银行", "金额（元）", "用途");

    private BankFile() {}

    /**
     * One payment.
     *
     * @param ordinal from 1 within the batch
     * @param application its number
     */
    record Row(int ordinal, String application, Account account, long fen, String purpose) {}

    static String write(String batch, List<Row> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(HEAD);
        long total = 0;
        for (Row row : rows) {
            table.add(List.of(
                    batch,
                    String.valueOf(row.ordinal()),
                    row.application(),
                    row.account().holder(),
                    // With a blank between, a spreadsheet does not make a number of it and lose its last digits.
                    row.account().number().replaceAll("(.{4})(?=.)", "$1 "),
                    row.account().bank(),
                    yuan(row.fen()),
                    row.purpose()));
            total = Math.addExact(total, row.fen());
        }
        table.add(List.of(batch, "合计", rows.size() + " 笔", "", "", "", yuan(total), ""));
        return Csv.write(table);
    }

    /** Two decimals, always. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
