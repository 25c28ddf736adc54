package cn.zhirong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.kernel.Csv;
import cn.zhirong.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two payments of one batch, to 云山科技 and 海州贸易. */
class BankFileTest {
    private static final LocalDate CONFIRMED = LocalDate.of(2026, 11, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<BankFile.Row> SENT = List.of(
            row(1, "2026-ZQ-000001-A", "云山科技有限公司", 12_345_67), row(2, "2026-ZQ-000002-B", "=海州贸易", 1_000_000_00));
    private static final String HEAD = String.join(",", Receipt.HEAD) + "\n";
    private static final String FIRST = "B1,1,2026-ZQ-000001-A,12345.67,成功,2026-11-21,\n";
    private static final String SECOND = "B1,2,2026-ZQ-000002-B,\"1,000,000.00\",失败,,账号不存在\n";

    @Test
    void the_file_has_a_row_for_each_payment_and_the_sum_at_last() {
        List<List<String>> rows = Csv.readAll(BankFile.write("B1", SENT));
        assertThat(rows.get(0)).isEqualTo(BankFile.HEAD);
        assertThat(rows.get(1))
                .containsExactly(
                        "B1", "1", "2026-ZQ-000001-A", "云山科技有限公司", "4400 1234 5678 9012 345", "示例银行", "12345.67", "贴息");
        assertThat(rows.get(3)).contains("合计", "2 笔", "1012345.67");
        assertThat(BankFile.write("B1", SENT)).contains("'=海州贸易");
    }

    @Test
    void an_answer_is_read_row_by_row() {
        Receipt receipt = read(HEAD + FIRST + SECOND);
        assertThat(receipt.rows().get(1)).isEqualTo(new Receipt.Row(1, true, LocalDate.of(2026, 11, 21), ""));
        assertThat(receipt.rows().get(2)).isEqualTo(new Receipt.Row(2, false, TODAY, "账号不存在"));
    }

    @Test
    void whatever_does_not_match_is_told_and_nothing_is_taken() {
        refused(FIRST, "缺少序号 2");
        refused(FIRST + FIRST + SECOND, "第 3 行：序号 1 重复");
        refused(FIRST.replace("12345.67", "12345.68") + SECOND, "第 2 行：金额“12345.68”与应付 12345.67 元不符");
        refused(FIRST.replace("B1,1", "B2,1") + SECOND, "批次号、序号、申报编号与本批次不符");
        refused(FIRST.replace("000001-A", "000001-C") + SECOND, "批次号、序号、申报编号与本批次不符");
        refused(FIRST.replace("成功", "已付") + SECOND, "结果须为“成功”或“失败”，现在是“已付”");
        refused(FIRST + SECOND.replace("账号不存在", ""), "失败原因须为 1 至 200 个字");
        refused("B1,1\n" + SECOND, "只有 2 列，应有 7 列");
        assertThatThrownBy(() -> read(FIRST + SECOND))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().getFirst().message())
                                .contains("第 1 行须是"));
    }

    @Test
    void money_arrives_from_the_day_of_the_confirmation_to_today() {
        for (String day : List.of("2026-11-20", "2026-11-23", "2026/11/21")) {
            assertThat(read(HEAD + FIRST.replace("2026-11-21", day) + SECOND).rows())
                    .hasSize(2);
        }
        for (String day : List.of("2026-11-19", "2026-11-24", "")) {
            refused(FIRST.replace("2026-11-21", day) + SECOND, "到账日期须在 2026-11-20 至 2026-11-23 之间");
        }
    }

    private static void refused(String rows, String words) {
        assertThatThrownBy(() -> read(HEAD + rows))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Refusal.Field::message)
                                .anySatisfy(message -> assertThat(message).contains(words)));
    }

    private static Receipt read(String text) {
        return Receipt.read(text, "B1", SENT, CONFIRMED, TODAY);
    }

    private static BankFile.Row row(int ordinal, String number, String holder, long fen) {
        return new BankFile.Row(ordinal, number, new Account(holder, "4400123456789012345", "示例银行"), fen, "贴息");
    }
}
