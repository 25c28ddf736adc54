package cn.zhirong.knowledge;

import static cn.zhirong.knowledge.KnowledgeFixture.LINJIANG;
import static cn.zhirong.knowledge.KnowledgeFixture.TODAY;
import static cn.zhirong.knowledge.KnowledgeFixture.YUNHE;
import static cn.zhirong.knowledge.KnowledgeFixture.ask;
import static cn.zhirong.knowledge.KnowledgeFixture.paths;
import static cn.zhirong.knowledge.KnowledgeFixture.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import cn.zhirong.policy.Validity;
import cn.zhirong.testing.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySearchTest {
    @TempDir
    Path folder;

    private PolicyIndexes indexes;

    @BeforeEach
    void two_bureaus_and_the_shared_shelf() {
        indexes = new PolicyIndexes(folder, new CharacterEmbedder());
        indexes.apply(YUNHE, List.of(put(1, KnowledgeFixture.yunheSubsidyMeasure())));
        indexes.apply(LINJIANG, List.of(put(1, KnowledgeFixture.linjiangSubsidyMeasure())));
        indexes.apply(PolicyIndexes.SHARED, List.of(put(1, KnowledgeFixture.nationalRule())));
    }

    @AfterEach
    void close() throws Exception {
        indexes.close();
    }

    @Test
    void the_provision_that_says_it_comes_first() {
        assertThat(paths(indexes.search(ask(YUNHE, "专利质押贷款贴息比例是多少"))).getFirst())
                .isEqualTo("云河市知识产权质押融资贴息办法 第一条");
    }

    @Test
    void a_tenant_finds_its_own_shelf_and_the_shared_one_and_no_other() throws Exception {
        assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();
        for (String question : List.of("临江市财政", "专利权质押", "临江市专利质押贴息办法第一条", "登记")) {
            assertThat(indexes.search(ask(YUNHE, question)).hits())
                    .allSatisfy(hit -> assertThat(hit.passage().shelf()).isIn(YUNHE, PolicyIndexes.SHARED));
        }
        assertThat(paths(indexes.search(ask(LINJIANG, "临江市财政")))).contains("临江市专利质押贴息办法 第一条");
        assertThat(paths(indexes.search(ask(YUNHE, "质权自登记之日起设立"))).getFirst()).isEqualTo("专利权质押登记规则 第一条");
    }

    @Test
    void the_head_answers_for_number_and_date() {
        List<PassageHit> first =
                indexes.search(ask(YUNHE, "贴息办法的文号是什么,哪天印发的")).hits().subList(0, 3);

        assertThat(first)
                .filteredOn(hit -> hit.passage().path().isEmpty())
                .anySatisfy(hit -> assertThat(hit.passage().text()).contains("测政发〔2024〕11号", "2024年5月6日"));
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, NOT_YET_IN_FORCE", "2025-01-01, IN_FORCE", "2027-12-31, IN_FORCE", "2028-01-01, EXPIRED"})
    void validity_is_computed_for_the_day_asked(LocalDate day, Validity expected) {
        for (Validity validity : Validity.values()) {
            var query = new SearchQuery(YUNHE, "云河市金融工作局提交申请", day, Set.of(), Set.of(), Set.of(validity), 0, 10);
            boolean found = indexes.search(query).hits().stream()
                    .anyMatch(hit -> hit.passage().shelf().equals(YUNHE) && hit.validity() == validity);
            assertThat(found).as("%s on %s", validity, day).isEqualTo(validity == expected);
        }
    }

    @Test
    void the_filter_says_what_the_term_says_for_every_order_of_dates() {
        LocalDate[] days = {null, TODAY.minusDays(1), TODAY, TODAY.plusDays(1)};
        long id = 100;
        var changes = new ArrayList<IndexChange>();
        for (DocumentKind kind : List.of(DocumentKind.MEASURE, DocumentKind.NEWS, DocumentKind.DRAFT_FOR_COMMENT)) {
            for (int i = 0; i < 256; i++) {
                var term = new Term(kind, days[i & 3], days[i >> 2 & 3], days[i >> 4 & 3], days[i >> 6 & 3]);
                VersionText version = new KnowledgeFixture.Builder(YUNHE, id++, "孔雀石登记", term).version();
                changes.add(put(changes.size() + 2L, version));
            }
        }
        indexes.apply(YUNHE, changes);
        for (Validity validity : Validity.values()) {
            var query = new SearchQuery(YUNHE, "孔雀石", TODAY, Set.of(), Set.of(), Set.of(validity), 0, 100);
            SearchResult result = indexes.search(query);
            assertThat(result.hits())
                    .isNotEmpty()
                    .allSatisfy(
                            hit -> assertThat(hit.passage().term().on(TODAY)).isEqualTo(validity));
            assertThat(result.facets().get("validity")).containsKey(validity.name());
        }
    }

    @Test
    void kinds_and_levels_filter_and_are_counted_as_documents() {
        SearchResult all = indexes.search(
                new SearchQuery(YUNHE, "质押", TODAY, Set.of(), Set.of(), Set.of(Validity.IN_FORCE), 0, 10));
        var none = new SearchQuery(YUNHE, "质押", TODAY, Set.of(DocumentKind.NOTICE), Set.of(), Set.of(), 0, 10);
        var district = new SearchQuery(YUNHE, "质押", TODAY, Set.of(), Set.of(Level.DISTRICT), Set.of(), 0, 10);

        assertThat(all.facets())
                .containsEntry("kind", Map.of("MEASURE", 2L))
                .containsEntry("level", Map.of("CITY", 2L))
                .containsEntry("validity", Map.of("IN_FORCE", 2L));
        assertThat(indexes.search(none).hits()).isEmpty();
        assertThat(indexes.search(none).facets()).containsEntry("kind", Map.of("MEASURE", 2L));
        assertThat(indexes.search(district).total()).isZero();
    }

    @Test
    void a_version_put_again_takes_the_place_of_the_old_one() {
        VersionText corrected = KnowledgeFixture.measure(YUNHE, 11, "云河市知识产权质押融资贴息办法", null, null)
                .article("第一条", "按实际支付利息的百分之四十给予贴息。")
                .version();
        indexes.apply(YUNHE, List.of(put(2, corrected)));

        List<Passage> held = indexes.passagesOf(YUNHE, 110);
        assertThat(held).hasSize(2);
        assertThat(held.getLast().text()).contains("百分之四十");
        assertThat(indexes.search(ask(YUNHE, "每年3月底前提交申请")).hits())
                .noneSatisfy(hit -> assertThat(hit.passage().text()).contains("3月底前"));
    }

    @Test
    void a_removed_version_is_found_no_more() {
        indexes.apply(YUNHE, List.of(new IndexChange.Remove(2, YUNHE, 110)));

        assertThat(indexes.passagesOf(YUNHE, 110)).isEmpty();
        assertThat(indexes.search(ask(YUNHE, "贴息")).hits())
                .allSatisfy(hit -> assertThat(hit.passage().shelf()).isEqualTo(PolicyIndexes.SHARED));
    }

    @Test
    void a_change_already_applied_is_passed_over_and_one_for_another_shelf_refused() {
        indexes.apply(YUNHE, List.of(new IndexChange.Remove(1, YUNHE, 110)));

        assertThat(indexes.passagesOf(YUNHE, 110)).isNotEmpty();
        assertThatThrownBy(() -> indexes.apply(LINJIANG, List.of(put(9, KnowledgeFixture.yunheSubsidyMeasure()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void passages_are_found_by_words_at_once_and_by_meaning_later() throws Exception {
        assertThat(indexes.search(ask(YUNHE, "贴息")).hits()).isNotEmpty();

        assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();

        assertThat(indexes.search(ask(YUNHE, "贴息")).hits().getFirst().semantic())
                .isPositive();
    }

    @Test
    void the_same_question_gives_the_same_order_and_pages_join() throws Exception {
        assertThat(indexes.awaitVectors(Duration.ofMinutes(5))).isTrue();
        List<String> first = ids(0, 10);

        assertThat(ids(0, 10)).isEqualTo(first);
        assertThat(first).hasSizeGreaterThan(3);
        assertThat(ids(0, 2)).isEqualTo(first.subList(0, 2));
        assertThat(ids(2, 2)).isEqualTo(first.subList(2, 4));
    }

    private List<String> ids(int from, int size) {
        var query = new SearchQuery(YUNHE, "质押贷款申请登记", TODAY, Set.of(), Set.of(), Set.of(), from, size);
        return indexes.search(query).hits().stream()
                .map(hit -> hit.passage().id())
                .toList();
    }

    @Test
    void a_passage_is_found_by_its_id_with_its_neighbours_and_only_on_its_shelf() {
        Passage first = indexes.passagesOf(YUNHE, 110).get(1);

        assertThat(indexes.passage(YUNHE, first.id())).contains(first);
        assertThat(indexes.passage(LINJIANG, first.id())).isEmpty();
        assertThat(indexes.neighbours(first, 1)).extracting(Passage::position).containsExactly(0, 1, 2);
        assertThat(indexes.neighbours(first, 0)).containsExactly(first);
    }

    @Test
    void odd_input_is_answered_quickly_and_without_an_error() {
        for (String odd : List.of(
                "",
                " \n\t",
                "???!!!",
                "\u0000\u0000",
                "\ud800\udc00\ud800",
                "\udfff质押",
                "(".repeat(100_000),
                "质押贷款贴息".repeat(35_000),
                "a".repeat(200_000),
                "\"质押\" AND *:* OR [a TO z] ~2 ^9",
                "😀😀😀",
                "\u202e质押\u200b")) {
            assertThat(indexes.search(ask(YUNHE, odd)).hits()).hasSizeLessThanOrEqualTo(10);
            assertThat(Patience.isEverWithin(Duration.ofSeconds(5), () -> indexes.search(ask(YUNHE, odd))))
                    .isTrue();
        }
        assertThat(indexes.search(ask(YUNHE, "???")).hits()).isEmpty();
    }

    @Test
    void a_slug_that_is_a_path_is_refused() {
        assertThatThrownBy(() -> indexes.search(ask("../yunhe", "质押"))).isInstanceOf(IllegalArgumentException.class);
    }
}
