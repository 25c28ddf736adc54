package cn.zhirong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Loans, fees and events as people type them. */
class ItemReadingTest {
    private final List<ItemDraft.Wrong> wrong = new ArrayList<>();

    @Test
    void a_loan_is_read_whole() {
        ItemDraft draft = read(
                ItemGroup.LOAN,
                "kind=组合担保贷款;number=借1;parties=示例银行;amount=800;interest=24.5;rate=3.85%;pledge=商标, 专利;ipAmount=200;status=正常;subsidised=否");
        assertThat(wrong).isEmpty();
        assertThat(draft.kind()).isEqualTo(ItemKind.MIXED_LOAN);
        assertThat(draft.amountFen()).isEqualTo(800_000_000);
        assertThat(draft.terms().interestFen()).isEqualTo(24_500_000);
        assertThat(draft.terms().ratePpm()).isEqualTo(38_500);
        assertThat(draft.terms().pledge()).isEqualTo("专利、商标");
        assertThat(draft.terms().subsidised()).isFalse();
        assertThat(draft.typed()).containsEntry("rate", "3.85").containsEntry("subsidised", "否");
    }

    @Test
    void each_wrong_field_is_told_with_its_bound() {
        assertThat(problems(
                        ItemGroup.LOAN,
                        "kind=别的;number=;amount=-1;interest=许多;rate=100.0001;pledge=房子;status=也许;subsidised=可能"))
                .containsExactly("kind", "status", "amount", "interest", "rate", "pledge", "subsidised");
        assertThat(problems(ItemGroup.LOAN, "kind=loan.ip;number=借1;rate=100")).isEmpty();
        assertThat(problems(ItemGroup.LOAN, "kind=loan.ip;number=")).containsExactly("number");
        assertThat(problems(ItemGroup.FEE, "kind=评估费;number=")).containsExactly("number");
        assertThat(problems(ItemGroup.EVENT, "kind=上市;number=文1")).containsExactly("beginsOn");
    }

    @Test
    void the_part_of_a_loan_is_not_more_than_the_whole() {
        assertThat(problems(ItemGroup.LOAN, "kind=loan.mixed;number=借1;amount=100;ipAmount=100"))
                .isEmpty();
        assertThat(problems(ItemGroup.LOAN, "kind=loan.mixed;number=借1;amount=100;ipAmount=100.000001"))
                .containsExactly("ipAmount");
    }

    @Test
    void a_loan_is_settled_on_a_day_and_not_before_it_was_drawn() {
        String loan = "kind=loan.ip;number=借1;beginsOn=2025-03-01;";
        assertThat(problems(ItemGroup.LOAN, loan + "status=已结清;settledOn=2025-03-01"))
                .isEmpty();
        assertThat(problems(ItemGroup.LOAN, loan + "status=已结清;settledOn=2025-02-28"))
                .containsExactly("settledOn");
        assertThat(problems(ItemGroup.LOAN, loan + "status=已结清")).containsExactly("settledOn");
        assertThat(problems(ItemGroup.LOAN, loan + "status=正常;settledOn=2025-03-01"))
                .containsExactly("settledOn");
    }

    @Test
    void that_there_is_nothing_stands_alone() {
        assertThat(problems(ItemGroup.LOAN, "kind=没有贷款")).isEmpty();
        assertThat(problems(ItemGroup.LOAN, "kind=没有贷款;number=借1")).containsExactly("number");
        assertThat(problems(ItemGroup.EVENT, "kind=event.none")).isEmpty();
    }

    private List<String> problems(ItemGroup group, String typed) {
        wrong.clear();
        read(group, typed);
        return wrong.stream().map(ItemDraft.Wrong::field).toList();
    }

    private @Nullable ItemDraft read(ItemGroup group, String typed) {
        Map<String, String> fields = new HashMap<>();
        for (String field : typed.split(";")) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return ItemDraft.read(group, field -> fields.getOrDefault(field, ""), wrong);
    }
}
