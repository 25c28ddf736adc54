package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a table changes of 云山科技 and of a firm that is new. */
class ImportPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String ONE = EnterpriseFixture.code(1).value();
    private static final String PROPERTY = "统一社会信用代码,企业名称,类别,专利号或登记号,法律状态\n";

    @Test
    void what_a_row_says_that_is_left_out_is_as_if_it_had_never_been_said() {
        ImportPlan plan = plan(
                "统一社会信用代码,企业名称,年度,从业人员,研发人员\n" + ONE + ",云山科技,2025,10,\n" + ONE + ",,2025,11,1\n" + ONE + ",,2025,,1\n"
                        + ONE + ",,2025,,2\n",
                Map.of());
        assertThat(plan.wrong()).extracting(ImportReading.Wrong::row).containsExactly(3, 5);
        assertThat(plan.facts())
                .extracting(ImportPlan.PlannedFact::field, fact -> fact.line().row())
                .containsExactly(
                        tuple(FactField.NAME, 2), tuple(FactField.STAFF, 2), tuple(FactField.RESEARCH_STAFF, 4));
    }

    @Test
    void one_entry_said_twice_and_differently_in_one_file_is_wrong() {
        ImportPlan plan = plan(
                PROPERTY + ONE + ",云山科技,发明专利,示例ZL1,有效\n" + ONE + ",,发明专利,示例ZL1,授权\n" + ONE + ",,发明专利,示例ZL1,失效\n" + ONE
                        + ",,实用新型专利,示例ZL1,有效\n",
                Map.of());
        assertThat(plan.wrong())
                .extracting(ImportReading.Wrong::row, ImportReading.Wrong::message)
                .containsExactly(tuple(4, "与第 2 行不一致：同一企业的同一条有两种内容。"));
        assertThat(plan.items())
                .extracting(item -> item.draft().kind())
                .containsExactly(ItemKind.INVENTION, ItemKind.UTILITY_MODEL);
    }

    @Test
    void an_entry_takes_the_place_of_what_the_firm_declared_of_the_same_thing() {
        Item declared = item(7, ItemKind.INVENTION, "示例ZL1", FactSource.DECLARED, FactState.WAITS);
        ImportPlan plan = plan(PROPERTY + ONE + ",,发明专利,示例ZL1,有效\n", known(declared));
        assertThat(plan.items())
                .singleElement()
                .satisfies(item -> assertThat(item.replaced()).containsExactly(declared));
        Item stands = item(8, ItemKind.INVENTION, "示例ZL1", FactSource.IMPORTED, FactState.STANDS);
        ImportPlan same = plan(PROPERTY + ONE + ",,发明专利,示例ZL1,授权\n", known(stands));
        assertThat(same.items()).isEmpty();
        assertThat(same.unchanged()).isEqualTo(1);
        ImportPlan corrected = plan(PROPERTY + ONE + ",,发明专利,示例ZL1,失效\n", known(stands));
        assertThat(corrected.items().getFirst().replaced()).containsExactly(stands);
    }

    @Test
    void a_loan_is_the_same_by_its_contract_whatever_it_was_taken_for() {
        Item declared = item(7, ItemKind.IP_LOAN, "示例借1", FactSource.DECLARED, FactState.WAITS);
        ImportPlan plan = plan("统一社会信用代码,类别,借款合同编号,贷款金额（万元）\n" + ONE + ",组合担保贷款,示例借1,800\n", known(declared));
        assertThat(plan.wrong()).isEmpty();
        assertThat(plan.items().getFirst().replaced()).containsExactly(declared);
    }

    @Test
    void a_legal_status_that_nobody_knows_is_told_in_its_row() {
        ImportReading reading = reading(PROPERTY + ONE + ",云山科技,发明专利,示例ZL1,质押给示例银行\n");
        assertThat(reading.lines()).isEmpty();
        assertThat(reading.wrong())
                .extracting(ImportReading.Wrong::row, ImportReading.Wrong::message)
                .containsExactly(tuple(2, "法律状态须是 有效、无效审理中、申请中、未获授权、已终止、已放弃、已无效 之一，现在是“质押给示例银行”。"));
    }

    private static Map<String, Profile> known(Item item) {
        return Map.of(ONE, new Profile(1, EnterpriseFixture.code(1), "云山科技", List.of(), List.of(item)));
    }

    private static Item item(long id, ItemKind kind, String number, FactSource source, FactState state) {
        return new Item(
                id,
                kind,
                number,
                "",
                null,
                null,
                null,
                kind.group() == ItemGroup.PROPERTY ? "有效" : "",
                "",
                null,
                ItemTerms.NONE,
                source,
                TODAY,
                "证书",
                state,
                "he",
                Instant.EPOCH,
                null,
                null,
                "");
    }

    private static ImportPlan plan(String csv, Map<String, Profile> known) {
        return ImportPlan.of(reading(csv).lines(), known);
    }

    private static ImportReading reading(String csv) {
        return ImportReading.of(
                SheetFile.read(csv.getBytes(StandardCharsets.UTF_8)), new ImportReading.Terms(TODAY, "名单", TODAY));
    }
}
