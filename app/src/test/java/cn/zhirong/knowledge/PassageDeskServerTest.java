package cn.zhirong.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Role;
import cn.zhirong.policy.PolicyFixture;
import cn.zhirong.policy.PolicyVersion;
import cn.zhirong.policy.UploadHints;
import cn.zhirong.testing.Browser;
import cn.zhirong.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passages are corrected for the search alone, and stay corrected. */
class PassageDeskServerTest {
    private static final String WORDS = "橡胶园主申请灾后重建周转金，每亩不超过五百元。割胶设备更新另行规定。";

    private final Bureau bureau = new Bureau();
    private PolicyVersion version;
    private Browser officer;
    private String page;

    @BeforeEach
    void aPassage() {
        version = bureau.published(Bureau.measure("云山市橡胶办法", WORDS));
        officer = bureau.signedIn("wang", Role.OFFICER);
        page = bureau.passages() + "/" + version.id() + "/" + passage().id();
    }

    @Test
    void every_passage_is_shown_with_its_place() {
        assertThat(officer.open(bureau.passages()).body()).contains("云山市橡胶办法", version.documentNumber());
        assertThat(officer.open(bureau.passages() + "/" + version.id()).body())
                .contains("第二条", WORDS, "文件标题与发文信息", "原文位置", "2026-03-01");
    }

    @Test
    void other_words_find_it_while_the_documents_words_are_cited_and_a_rebuild_keeps_them() {
        assertThat(found("台风救急钱")).isEmpty();
        HttpResponse<String> changed =
                officer.submit(page, Map.of("act", "reword", "piece", "0", "text", "台风救急钱，橡胶园主每亩五百元"));
        assertThat(changed.body()).contains("已更正，检索已经更新。", "检索用词已更正", "台风救急钱", WORDS);

        assertThat(found("台风救急钱")).extracting(Passage::text).containsExactly(WORDS);
        assertThat(found("灾后重建周转金")).isEmpty();
        rebuild();
        assertThat(found("台风救急钱")).extracting(Passage::text).containsExactly(WORDS);

        assertThat(officer.submit(page, Map.of("act", "reword", "piece", "0", "text", ""))
                        .body())
                .doesNotContain("检索用词已更正");
        assertThat(found("灾后重建周转金")).hasSize(1);
        assertThat(found("台风救急钱")).isEmpty();
        String long1001 = "长".repeat(1001);
        assertThat(officer.submit(page, Map.of("act", "reword", "piece", "0", "text", long1001))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_passage_is_split_at_its_words_and_each_part_is_found_by_itself() {
        HttpResponse<String> nowhere = officer.submit(page, Map.of("act", "split", "piece", "0", "text", "没有的字"));
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("这一段里没有“没有的字”", "value=\"没有的字\"");
        assertThat(officer.submit(page, Map.of("act", "split", "piece", "0", "text", "橡胶园主"))
                        .statusCode())
                .isEqualTo(400);

        assertThat(officer.submit(page, Map.of("act", "split", "piece", "0", "text", "割胶设备"))
                        .body())
                .contains("拆成 2 段");
        rebuild();
        assertThat(found("割胶设备更新")).extracting(Passage::text).containsExactly("割胶设备更新另行规定。");
        assertThat(found("灾后重建周转金")).extracting(Passage::text).containsExactly("橡胶园主申请灾后重建周转金，每亩不超过五百元。");
        List<Passage> all = indexes().passagesOf(bureau.tenant.slug(), version.id());
        assertThat(all).extracting(Passage::position).containsExactly(0, 1, 2, 3, 4);
        assertThat(all).extracting(Passage::id).doesNotHaveDuplicates();

        assertThat(officer.submit(page, Map.of("act", "restore")).body()).doesNotContain("拆成 2 段");
        assertThat(found("割胶设备更新")).extracting(Passage::text).containsExactly(WORDS);
    }

    @Test
    void a_passage_is_switched_off_with_a_reason_and_on_again() {
        assertThat(officer.submit(page, Map.of("act", "off", "text", " ")).statusCode())
                .isEqualTo(400);
        assertThat(officer.submit(page, Map.of("act", "off", "text", "口径有变，暂不答复"))
                        .body())
                .contains("已停用", "停用理由：口径有变，暂不答复", "重新启用");
        assertThat(found("灾后重建周转金")).isEmpty();
        rebuild();
        assertThat(found("灾后重建周转金")).isEmpty();
        // Readers of the document itself are not concerned.
        assertThat(officer.open(version.link().path(bureau.tenant.slug())).body())
                .contains("灾后重建周转金");
        officer.submit(page, Map.of("act", "on"));
        assertThat(found("灾后重建周转金")).hasSize(1);
    }

    @Test
    void the_next_version_keeps_what_stands_there_in_the_same_words() {
        officer.submit(page, Map.of("act", "reword", "piece", "0", "text", "台风救急钱"));
        PolicyVersion draft = PolicyFixture.draft(
                bureau.tenant, Bureau.measure("云山市橡胶办法（修订）", WORDS), new UploadHints(version.policyId(), ""));
        bureau.desk().publish(bureau.tenant, PolicyFixture.LI, draft.id(), draft.revision());
        TestServer.get().bean(IndexFollower.class).catchUp(bureau.tenant);

        assertThat(found("台风救急钱")).extracting(Passage::versionId).containsExactly(draft.id());
        assertThat(officer.open(bureau.passages() + "/" + draft.id()).body()).contains("检索用词已更正", "台风救急钱");
    }

    @Test
    void the_passages_of_another_bureau_are_not_there() {
        Bureau other = new Bureau();
        Browser stranger = other.signedIn("zhao", Role.OFFICER);
        String foreign = other.passages() + "/" + version.id();
        assertThat(stranger.open(foreign).statusCode()).isEqualTo(404);
        assertThat(stranger.open(other.passages() + "/999999999").statusCode()).isEqualTo(404);
        assertThat(stranger.submit(foreign + "/" + passage().id(), Map.of("act", "off", "text", "试试"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Browser()
                        .submit(page, Map.of("act", "off", "text", "试试"))
                        .uri()
                        .getPath())
                .endsWith("/sign-in");
        assertThat(found("灾后重建周转金")).hasSize(1);
    }

    private Passage passage() {
        return indexes().passagesOf(bureau.tenant.slug(), version.id()).stream()
                .filter(it -> it.path().equals("第二条"))
                .findFirst()
                .orElseThrow();
    }

    /** Passages of the bureau that share all pairs of characters with the words. */
    private List<Passage> found(String words) {
        SearchResult result = indexes()
                .search(SearchQuery.citable(
                        bureau.tenant.slug(),
                        words,
                        TestServer.get().bean(HitRuns.class).today(),
                        10));
        return result.total() == 0
                ? List.of()
                : result.hits().stream()
                        .map(PassageHit::passage)
                        .filter(it -> it.shelf().equals(bureau.tenant.slug()))
                        .limit(1)
                        .toList();
    }

    private void rebuild() {
        TestServer.get().bean(IndexFollower.class).rebuild(bureau.tenant);
    }

    private static PolicyIndexes indexes() {
        return TestServer.get().bean(PolicyIndexes.class);
    }
}
