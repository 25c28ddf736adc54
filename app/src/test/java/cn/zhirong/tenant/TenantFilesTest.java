package cn.zhirong.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhirong.kernel.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantFilesTest {
    private static final String GANZHOU = """
            slug: ganzhou
            name: 甘州市金融工作局
            short-name: 甘州金融
            illustrative: true
            region:
              name: 甘州市
              code: "999900"
            colours:
              primary: "#0b5394"
            contact:
              phone: 0999-0000000
              email: service@ganzhou.example
            footer:
              host: 甘州市金融工作局
            """;

    @TempDir
    Path root;

    @Test
    void the_bundled_bureaus_have_no_problem() {
        TenantFiles.Loaded loaded = TenantFiles.bundled();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.tenants()).extracting(TenantProfile::slug).containsExactly("binhai", "zhaoqing");
        assertThat(loaded.tenants()).allSatisfy(tenant -> {
            assertThat(tenant.illustrative()).isTrue();
            assertThat(tenant.suggestions()).hasSizeBetween(6, 8);
            assertThat(tenant.contact().department()).isNotBlank();
            assertThat(tenant.welcome()).isNotBlank();
        });
    }

    @Test
    void a_small_bureau_leaves_out_what_it_does_not_know() throws IOException {
        TenantProfile profile = read("ganzhou", GANZHOU).tenants().getFirst();
        assertThat(profile.name()).isEqualTo("甘州市金融工作局");
        assertThat(profile.region()).isEqualTo(new TenantProfile.Region("甘州市", "999900"));
        assertThat(profile.primary()).isEqualTo("#0b5394");
        assertThat(profile.contact().hours()).isNull();
        assertThat(profile.footer().icp()).isNull();
        assertThat(profile.suggestions()).isEmpty();
    }

    @Test
    void every_problem_of_every_file_is_told_with_its_line() throws IOException {
        write("ganzhou", GANZHOU.replace("999900", "12").replace("0999-0000000", "0999-1234567"));
        write(
                "suzhou-east",
                GANZHOU.replace("illustrative: true", "illustrative: perhaps")
                        .replace("  host:", "  hostess:")
                        .replace("name: 甘州市金融工作局\n", ""));
        write("shared", GANZHOU.replace("slug: ganzhou", "slug: shared"));
        Files.createDirectories(root.resolve("empty"));
        TenantFiles.Loaded loaded = TenantFiles.read(root);
        assertThat(loaded.tenants()).isEmpty();
        assertThat(loaded.problems())
                .extracting(problem -> problem.file() + ":" + problem.line())
                .containsExactly(
                        "empty/tenant.yml:0",
                        "ganzhou/tenant.yml:7",
                        "ganzhou/tenant.yml:11",
                        "shared/tenant.yml:1",
                        "suzhou-east/tenant.yml:1",
                        "suzhou-east/tenant.yml:1",
                        "suzhou-east/tenant.yml:3",
                        "suzhou-east/tenant.yml:13");
        assertThat(loaded.problems().getLast().toString())
                .isEqualTo("suzhou-east/tenant.yml:13 不认识的键“hostess”，这里可以用：host、icp、organiser、police、site-code");
    }

    @Test
    void a_problem_in_one_bureau_does_not_hide_another() throws IOException {
        write("ganzhou", GANZHOU);
        write("broken", "slug: [unclosed");
        TenantFiles.Loaded loaded = TenantFiles.read(root);
        assertThat(loaded.tenants()).extracting(TenantProfile::slug).containsExactly("ganzhou");
        assertThat(loaded.problems()).extracting(Problem::file).containsExactly("broken/tenant.yml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1-b2", "abcdefghijklmnopqrstuvwxyz012345"})
    void a_slug_of_2_to_32_characters_is_right(String slug) throws IOException {
        assertThat(read(slug, GANZHOU.replace("slug: ganzhou", "slug: " + slug)).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1a", "-ab", "a_b", "Ab", "abcdefghijklmnopqrstuvwxyz0123456"})
    void any_other_slug_is_wrong(String slug) throws IOException {
        assertThat(read(slug, GANZHOU.replace("slug: ganzhou", "slug: " + slug)).problems())
                .extracting(Problem::line)
                .containsExactly(1);
    }

    @Test
    void a_colour_just_readable_on_white_is_right_and_one_step_lighter_is_wrong() throws IOException {
        assertThat(read("ganzhou", GANZHOU.replace("#0b5394", "#767676")).problems())
                .isEmpty();
        assertThat(read("ganzhou", GANZHOU.replace("#0b5394", "#777777")).problems())
                .extracting(Problem::line, Problem::message)
                .containsExactly(tuple(9, "主色与白色的对比度是4.48，应当不低于4.5，请换深一些的颜色"));
    }

    @Test
    void six_to_eight_suggestions_are_right_five_are_odd_nine_are_wrong() throws IOException {
        assertThat(read("ganzhou", GANZHOU + suggestions(5)).warnings()).hasSize(1);
        assertThat(read("ganzhou", GANZHOU + suggestions(6)).warnings()).isEmpty();
        assertThat(read("ganzhou", GANZHOU + suggestions(8)).problems()).isEmpty();
        assertThat(read("ganzhou", GANZHOU + suggestions(9)).problems()).hasSize(1);
    }

    @Test
    void a_key_given_twice_is_wrong() throws IOException {
        assertThat(read("ganzhou", GANZHOU + "slug: ganzhou\n").problems())
                .extracting(Problem::line)
                .containsExactly(15);
    }

    @Test
    void a_file_that_is_not_utf_8_says_so() throws IOException {
        write("ganzhou", "");
        Files.write(root.resolve("ganzhou/tenant.yml"), new byte[] {(byte) 0xb8, (byte) 0xca});
        assertThat(TenantFiles.read(root).problems())
                .extracting(Problem::message)
                .containsExactly("文件不是UTF-8编码");
    }

    private static String suggestions(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "  - 问题" + number + "\n")
                .collect(Collectors.joining("", "suggestions:\n", ""));
    }

    private TenantFiles.Loaded read(String slug, String yaml) throws IOException {
        write(slug, yaml);
        return TenantFiles.read(root);
    }

    private void write(String slug, String yaml) throws IOException {
        Files.createDirectories(root.resolve(slug));
        Files.writeString(root.resolve(slug).resolve("tenant.yml"), yaml);
    }
}
