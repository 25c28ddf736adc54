package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 云山科技, of which the register knows a patent, and tables that speak of it. */
class ImportPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final String CODE = EnterpriseFixture.code(1).value();
    private static final String HEADING = "统一社会信用代码,企业名称,类别,专利号或登记号,法律状态\n";

    @Test
    void what_a_wrong_row_says_is_not_taken_and_takes_nothing_from_a_right_one() {
        ImportPlan plan = plan(
                Map.of(),
                "统一社会信用代码,企业名称,年度,从业人员,研发人员\n" + CODE + ",云山,2025,10,\n" + CODE + ",云山,2025,11,1\n" + CODE
                        + ",云山,2025,,1\n");
        assertThat(plan.wrong()).extracting(ImportReading.Wrong::row).containsExactly(3);
        assertThat(plan.facts())
                .filteredOn(fact -> fact.field() != FactField.NAME)
                .extracting(fact -> fact.field() + " " + fact.value().number())
                .containsExactly("STAFF 10", "RESEARCH_STAFF 1");
    }

    @Test
    void a_firm_whose_only_row_with_a_name_is_wrong_is_not_taken() {
        ImportPlan plan = plan(Map.of(), "统一社会信用代码,企业名称,年度,从业人员\n" + CODE + ",,2025,10\n" + CODE + ",云山,2025,11\n");
        assertThat(plan.newFirms()).isEmpty();
        assertThat(plan.facts()).isEmpty();
        assertThat(plan.wrong()).extracting(ImportReading.Wrong::row).containsExactly(3, 2);
    }

    @Test
    void one_thing_said_differently_in_a_table_is_told_and_said_twice_is_taken_once() {
        ImportPlan same = plan(Map.of(), HEADING + row("有效") + row("有效"));
        assertThat(same.items()).hasSize(1);
        assertThat(same.wrong()).isEmpty();
        ImportPlan different = plan(Map.of(), HEADING + row("有效") + row("终止"));
        assertThat(different.items()).hasSize(1);
        assertThat(different.wrong())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.message()).contains("与第 2 行是同一条（发明专利（示例ZL1））"));
    }

    @Test
    void what_the_firm_declared_gives_way_to_the_same_of_a_table() {
        Map<String, Profile> declared = Map.of(CODE, known(FactSource.DECLARED, FactState.WAITS));
        assertThat(plan(declared, HEADING + row("有效")).items())
                .singleElement()
                .satisfies(item -> assertThat(item.replaced()).isNotNull());
        Map<String, Profile> verified = Map.of(CODE, known(FactSource.VERIFIED, FactState.STANDS));
        assertThat(plan(verified, HEADING + row("有效")).items()).isEmpty();
        assertThat(plan(verified, HEADING + row("终止")).items())
                .singleElement()
                .satisfies(item -> assertThat(item.replaced()).isNotNull());
    }

    private static String row(String status) {
        return CODE + ",云山,发明专利,示例ZL1," + status + "\n";
    }

    private static Profile known(FactSource source, FactState state) {
        Item patent = new Item(
                1,
                ItemKind.INVENTION,
                "示例ZL1",
                "",
                null,
                null,
                null,
                "有效",
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
        return new Profile(1, EnterpriseFixture.code(1), "云山", List.of(), List.of(patent));
    }

    private static ImportPlan plan(Map<String, Profile> known, String table) {
        ImportReading reading = ImportReading.of(
                SheetFile.read(table.getBytes(StandardCharsets.UTF_8)), new ImportReading.Terms(TODAY, "名单", TODAY));
        assertThat(reading.wrong()).isEmpty();
        return ImportPlan.of(reading.lines(), known);
    }
}
