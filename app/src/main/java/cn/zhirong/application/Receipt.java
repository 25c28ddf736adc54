package cn.zhirong.application;

import cn.zhirong.kernel.Csv;
import cn.zhirong.web.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the bank answers: a row for each payment, by batch and place, with whether it arrived. Read as a whole or not at all.
 *
 * @param rows by their place in the batch
 */
record Receipt(Map<Integer, Row> rows) {
    static final List<String> HEAD = List.of("批次号", "序号", "申报编号", "金额（元）", "结果", "到账日期", "失败原因");

    private static final int MOST_PROBLEMS = 20;

    Receipt {
        rows = Map.copyOf(rows);
    }

    /**
     * One answer.
     *
     * @param reason why it failed; empty when it arrived
     */
    record Row(int ordinal, boolean arrived, LocalDate on, String reason) {}

    /**
     * Compares the table with what was sent, row by row.
     *
     * @param sent all payments of the batch
     * @param earliest the day the batch was confirmed: nothing arrived before
     * @throws Refusal with every row that is wrong, twice there, or missing; nothing is taken then
     */
    static Receipt read(String text, String batch, List<BankFile.Row> sent, LocalDate earliest, LocalDate today) {
        List<Refusal.Field> wrong = new ArrayList<>();
        List<List<String>> table = Csv.readAll(text);
        if (table.isEmpty() || !table.getFirst().equals(HEAD)) {
            throw Refusal.badField("file", "回单第 1 行须是：" + String.join("、", HEAD) + "。");
        }
        Map<Integer, BankFile.Row> expected = new HashMap<>();
        sent.forEach(row -> expected.put(row.ordinal(), row));
        Map<Integer, Row> rows = new HashMap<>();
        for (int line = 1; line < table.size(); line++) {
            List<String> cells = table.get(line);
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            String where = "第 " + (line + 1) + " 行：";
            row(cells, batch, expected, earliest, today, where, wrong).ifPresent(row -> {
                if (rows.putIfAbsent(row.ordinal(), row) != null) {
                    wrong.add(new Refusal.Field("file", where + "序号 " + row.ordinal() + " 重复。"));
                }
            });
        }
        if (wrong.isEmpty()) {
            sent.stream()
                    .filter(row -> !rows.containsKey(row.ordinal()))
                    .forEach(row -> wrong.add(
                            new Refusal.Field("file", "缺少序号 " + row.ordinal() + "（" + row.application() + "）的结果。")));
        }
        if (!wrong.isEmpty()) {
            List<Refusal.Field> told = wrong.subList(0, Math.min(wrong.size(), MOST_PROBLEMS));
            throw Refusal.badInput("回单与拨付批次对不上，没有登记任何结果。", told);
        }
        return new Receipt(rows);
    }

    private static Optional<Row> row(
            List<String> cells,
            String batch,
            Map<Integer, BankFile.Row> expected,
            LocalDate earliest,
            LocalDate today,
            String where,
            List<Refusal.Field> wrong) {
        int before = wrong.size();
        if (cells.size() < HEAD.size()) {
            wrong.add(new Refusal.Field("file", where + "只有 " + cells.size() + " 列，应有 " + HEAD.size() + " 列。"));
            return Optional.empty();
        }
        BankFile.Row row = cells.get(1).matches("[1-9][0-9]{0,5}") ? expected.get(Integer.valueOf(cells.get(1))) : null;
        if (row == null || !cells.get(0).equals(batch) || !cells.get(2).equals(row.application())) {
            wrong.add(new Refusal.Field("file", where + "批次号、序号、申报编号与本批次不符。"));
            return Optional.empty();
        }
        if (!sameAmount(cells.get(3), row.fen())) {
            wrong.add(new Refusal.Field(
                    "file", where + "金额“" + cells.get(3) + "”与应付 " + BankFile.yuan(row.fen()) + " 元不符。"));
        }
        boolean arrived = cells.get(4).equals("成功");
        if (!arrived && !cells.get(4).equals("失败")) {
            wrong.add(new Refusal.Field("file", where + "结果须为“成功”或“失败”，现在是“" + cells.get(4) + "”。"));
        }
        LocalDate on = day(cells.get(5));
        if (arrived && (on.isBefore(earliest) || on.isAfter(today))) {
            wrong.add(new Refusal.Field("file", where + "到账日期须在 " + earliest + " 至 " + today + " 之间。"));
        }
        String reason = cells.get(6);
        if (!arrived && (reason.isEmpty() || reason.length() > 200)) {
            wrong.add(new Refusal.Field("file", where + "失败原因须为 1 至 200 个字。"));
        }
        return wrong.size() == before
                ? Optional.of(new Row(row.ordinal(), arrived, arrived ? on : today, arrived ? "" : reason))
                : Optional.empty();
    }

    private static boolean sameAmount(String written, long fen) {
        String digits = written.replace(",", "");
        return digits.matches("[0-9]{1,15}(\\.[0-9]{1,2})?")
                && new BigDecimal(digits).movePointRight(2).compareTo(BigDecimal.valueOf(fen)) == 0;
    }

    /** The day, or one that nobody takes. */
    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written.replace('/', '-'));
        } catch (DateTimeException notADay) {
            return LocalDate.MIN;
        }
    }
}
