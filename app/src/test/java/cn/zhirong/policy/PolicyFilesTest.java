package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.kernel.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTest {
    private static final String RULES = """
            title: 甘州市贴息细则（示例）
            number: 示例〔2026〕1号
            issuers: [甘州市金融工作局]
            kind: measure
            level: city
            signed-on: 2026-01-05
            published-on: 2026-01-06
            effective-from: 2026-02-01
            expires-on: 2026-12-31
            audience: [enterprise]
            topics: [贴息]
            source: 自编
            illustrative: true
            """;
    private static final String TEXT = """
            # 甘州市贴息细则（示例）

            第一条　为降低融资成本，制定本细则。

            第二条　符合下列条件的可以申请：

            （一）在本市登记；

            （二）按期还款。
            """;
    private static final String VERSIONS = """
            title: 甘州市贴息细则（示例）
            issuers: [甘州市金融工作局]
            kind: measure
            level: city
            audience: [enterprise]
            topics: [贴息]
            source: 自编
            illustrative: true
            versions:
              - file: old.md
                number: 示例〔2025〕1号
                published-on: 2025-01-06
              - file: new.md
                number: 示例〔2026〕1号
                published-on: 2026-01-06
                effective-from: 2026-02-01
            """;

    @TempDir
    Path root;

    @Test
    void the_bundled_policies_have_no_problem() {
        PolicyFiles.Loaded loaded = PolicyFiles.bundled();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(shelves(loaded).keySet()).containsExactlyInAnyOrder("binhai", "shared", "zhaoqing");
        assertThat(loaded.policies())
                .flatExtracting(BundledPolicy::versions)
                .allSatisfy(version ->
                        assertThat(((BundledVersion) version).markdown()).containsPattern("(?m)^(第一条　|## 一、)"));
    }

    @Test
    void each_bundled_bureau_shows_every_validity_and_a_policy_with_versions() {
        LocalDate day = LocalDate.of(2026, 11, 22);
        shelves(PolicyFiles.bundled()).forEach((shelf, policies) -> {
            if (!shelf.equals(BundledPolicy.SHARED)) {
                Set<Validity> shown = policies.stream()
                        .flatMap(policy -> policy.versions().stream()
                                .map(version -> version.term(policy.kind()).on(day)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Validity.class)));
                assertThat(shown).as(shelf).containsAll(EnumSet.allOf(Validity.class));
                assertThat(policies)
                        .as(shelf)
                        .anyMatch(policy -> policy.versions().size() > 1);
            }
        });
    }

    @Test
    void no_bundled_document_that_is_made_up_carries_a_real_looking_number() {
        assertThat(PolicyFiles.bundled().policies())
                .filteredOn(BundledPolicy::illustrative)
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(policy.versions())
                        .allMatch(version ->
                                version.number() == null || version.number().startsWith("示例")));
    }

    @Test
    void a_policy_of_one_version_keeps_all_its_days() throws IOException {
        write("rules", RULES, "policy.md", TEXT);
        BundledPolicy policy = PolicyFiles.read(root).policies().getFirst();
        assertThat(policy.shelf()).isEqualTo("ganzhou");
        assertThat(policy.kind()).isEqualTo(DocumentKind.MEASURE);
        assertThat(policy.versions())
                .containsExactly(new BundledVersion(
                        "ganzhou/rules/policy.md",
                        "示例〔2026〕1号",
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2026, 1, 6),
                        LocalDate.of(2026, 2, 1),
                        LocalDate.of(2026, 12, 31),
                        null,
                        null,
                        null,
                        TEXT));
    }

    @Test
    void an_older_version_is_superseded_on_the_day_the_newer_takes_effect() throws IOException {
        write("rules", VERSIONS, "old.md", TEXT);
        write("rules", VERSIONS, "new.md", TEXT);
        BundledPolicy policy = PolicyFiles.read(root).policies().getFirst();
        BundledVersion old = policy.versions().getFirst();
        assertThat(old.term(policy.kind()).on(LocalDate.of(2026, 1, 31))).isEqualTo(Validity.IN_FORCE);
        assertThat(old.term(policy.kind()).on(LocalDate.of(2026, 2, 1))).isEqualTo(Validity.SUPERSEDED);
        assertThat(policy.latest().supersededOn()).isNull();
    }

    @Test
    void versions_out_of_order_are_wrong() throws IOException {
        String swapped = VERSIONS.replace("old.md", "x.md")
                .replace("new.md", "old.md")
                .replace("x.md", "new.md")
                .replace("    effective-from: 2026-02-01\n", "    effective-from: 2025-01-06\n");
        write("rules", swapped, "old.md", TEXT);
        write("rules", swapped, "new.md", TEXT);
        assertThat(PolicyFiles.read(root).problems()).extracting(Problem::line).containsExactly(9);
    }

    @Test
    void every_problem_of_every_file_is_told_with_its_line() throws IOException {
        write(
                "rules",
                RULES.replace("kind: measure", "kind: rule")
                        .replace("2026-01-06", "2026-02-30")
                        .replace("[enterprise]", "[firm]")
                        .replace("source: 自编\n", "origin: 自编\n"),
                "policy.md",
                TEXT.replace("第二条", "第三条").replace("（二）", "（三）"));
        write("no-text", RULES.replace("1号", "2号"), "other.md", TEXT);
        write("not-a-map", "- 一", "policy.md", TEXT);
        assertThat(PolicyFiles.read(root).policies()).isEmpty();
        assertThat(PolicyFiles.read(root).problems())
                .extracting(problem -> problem.file().replace("ganzhou/", "") + ":" + problem.line())
                .containsExactly(
                        "no-text/other.md:0",
                        "no-text/policy.md:0",
                        "not-a-map/policy.yml:1",
                        "rules/policy.md:5",
                        "rules/policy.md:9",
                        "rules/policy.yml:1",
                        "rules/policy.yml:4",
                        "rules/policy.yml:7",
                        "rules/policy.yml:10",
                        "rules/policy.yml:12");
    }

    @ParameterizedTest
    @CsvSource({
        "effective-from: 2026-02-01, effective-from: 2026-12-31, 0, 0",
        "effective-from: 2026-02-01, effective-from: 2027-01-01, 1, 0",
        "effective-from: 2026-02-01, effective-from: 2026-01-05, 0, 0",
        "effective-from: 2026-02-01, effective-from: 2026-01-04, 0, 1",
        "published-on: 2026-01-06, published-on: 2026-01-05, 0, 0",
        "published-on: 2026-01-06, published-on: 2026-01-04, 0, 1",
        "expires-on: 2026-12-31, repealed-on: 2026-02-01, 0, 0",
        "expires-on: 2026-12-31, repealed-on: 2026-01-31, 1, 0",
    })
    void days_out_of_order_are_wrong_or_odd(String line, String changed, int problems, int warnings)
            throws IOException {
        write("rules", RULES.replace(line, changed), "policy.md", TEXT);
        PolicyFiles.Loaded loaded = PolicyFiles.read(root);
        assertThat(loaded.problems()).hasSize(problems);
        assertThat(loaded.warnings()).hasSize(warnings);
        assertThat(loaded.policies()).hasSize(1 - problems);
    }

    @Test
    void a_made_up_document_must_say_so_in_title_and_number() throws IOException {
        write("rules", RULES.replace("（示例）", "").replace("示例〔", "甘金〔"), "policy.md", TEXT);
        assertThat(PolicyFiles.read(root).problems()).extracting(Problem::line).containsExactly(1, 13);
    }

    @Test
    void a_real_document_cannot_carry_a_made_up_number() throws IOException {
        write("rules", RULES.replace("illustrative: true", "illustrative: false"), "policy.md", TEXT);
        assertThat(PolicyFiles.read(root).problems()).extracting(Problem::line).containsExactly(13);
    }

    @Test
    void a_number_used_twice_on_a_shelf_is_wrong() throws IOException {
        write("rules", RULES, "policy.md", TEXT);
        write("rules-again", RULES, "policy.md", TEXT);
        assertThat(PolicyFiles.read(root).problems())
                .extracting(Problem::message)
                .containsExactly("文号“示例〔2026〕1号”已经用在ganzhou/rules/policy.yml");
    }

    @Test
    void a_text_outside_its_folder_is_not_read() throws IOException {
        write("rules", VERSIONS.replace("old.md", "../other/old.md"), "new.md", TEXT);
        assertThat(PolicyFiles.read(root).problems()).extracting(Problem::line).containsExactly(10);
    }

    @Test
    void the_shared_shelf_takes_no_city_document() throws IOException {
        Path folder = Files.createDirectories(root.resolve("shared/rules"));
        Files.writeString(folder.resolve("policy.yml"), RULES);
        Files.writeString(folder.resolve("policy.md"), TEXT);
        assertThat(PolicyFiles.read(root).problems()).extracting(Problem::line).containsExactly(5);
    }

    private static Map<String, List<BundledPolicy>> shelves(PolicyFiles.Loaded loaded) {
        return loaded.policies().stream().collect(Collectors.groupingBy(BundledPolicy::shelf));
    }

    private void write(String slug, String yaml, String name, String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve("ganzhou").resolve(slug));
        Files.writeString(folder.resolve("policy.yml"), yaml);
        Files.writeString(folder.resolve(name), text);
    }
}
