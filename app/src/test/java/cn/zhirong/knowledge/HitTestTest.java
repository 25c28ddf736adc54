package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.kernel.Csv;
import cn.zhirong.knowledge.HitResult.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HitTestTest {
    @TempDir
    private Path folder;

    @Test
    void a_clause_holds_what_stands_below_it_and_not_its_neighbours() {
        assertThat(HitClause.isWithin("第四条", "第四条")).isTrue();
        assertThat(HitClause.isWithin("第四条第二款", "第四条")).isTrue();
        assertThat(HitClause.isWithin("二、(二)4.", "二、(二)")).isTrue();
        assertThat(HitClause.isWithin("二、(二)4.", "二、")).isTrue();
        assertThat(HitClause.isWithin("第四条之一", "第四条")).isFalse();
        assertThat(HitClause.isWithin("第四十条", "第四条")).isFalse();
        assertThat(HitClause.isWithin("第四条", "第四条第二款")).isFalse();
        assertThat(HitClause.isWithin("第四条", "")).isFalse();
        assertThat(HitClause.isWithin("", "")).isTrue();
    }

    @Test
    void what_became_of_a_question_is_told_from_both_sides_of_the_third_place() {
        assertThat(result(3, 4).change()).isEqualTo(Change.WON);
        assertThat(result(4, 3).change()).isEqualTo(Change.LOST);
        assertThat(result(0, 1).change()).isEqualTo(Change.LOST);
        assertThat(result(3, 2).change()).isEqualTo(Change.WORSE);
        assertThat(result(0, 4).change()).isEqualTo(Change.WORSE);
        assertThat(result(4, 0).change()).isEqualTo(Change.BETTER);
        assertThat(result(2, 2).change()).isEqualTo(Change.SAME);
        assertThat(new HitResult(1, "题", List.of(), 1, false, false, 0, List.of()).change())
                .isEqualTo(Change.NEW);
    }

    @Test
    void a_clause_in_no_document_in_force_is_missing_rather_than_far_down() throws IOException {
        try (var indexes = new PolicyIndexes(folder, new CharacterEmbedder())) {
            VersionText measure = KnowledgeFixture.yunheSubsidyMeasure();
            indexes.apply(KnowledgeFixture.YUNHE, List.of(KnowledgeFixture.put(1, measure)));
            var question = new HitQuestion(
                    1, "专利权质押贷款贴息多少", List.of(new HitClause(KnowledgeFixture.YUNHE, 11, "第一条第一款", "", "")));

            // The whole article is one passage: a clause within it is found with it.
            HitTest.Found now = test(indexes, LocalDate.of(2027, 12, 31)).run(question);
            assertThat(now.rank()).isEqualTo(1);
            assertThat(now.missing()).isFalse();
            HitTest.Found later = test(indexes, LocalDate.of(2028, 1, 1)).run(question);
            assertThat(later.rank()).isZero();
            assertThat(later.missing()).isTrue();
        }
    }

    @Test
    void tables_are_read_and_written_with_quotes_breaks_and_formulas() {
        List<List<String>> rows = List.of(List.of("甲,\"乙\"", "=1+1", "行一\n行二"), List.of("丙", "-", "'x"));
        assertThat(Csv.read(Csv.write(rows))).isEqualTo(rows);
        assertThat(Csv.write(rows)).contains("'=1+1", "\"甲,\"\"乙\"\"\"");
        assertThat(Csv.read("\ufeff题目,文号\n\n \n\"没有收尾")).hasSize(2);
        assertThat(Csv.read("")).isEmpty();
    }

    private static HitTest test(PolicyIndexes indexes, LocalDate day) {
        return new HitTest(indexes, KnowledgeFixture.YUNHE, SearchSettings.USUAL, day, null);
    }

    private static HitResult result(int rank, int before) {
        return new HitResult(1, "题", List.of(), rank, false, true, before, List.of());
    }
}
