package cn.zhirong.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 示例镇's files with what is said twice: it is told by file and line, and neither of the two wins. */
class ProgrammeFilesTest {
    @TempDir
    private Path root;

    @Test
    void what_officers_judge_is_named_once_and_not_as_a_standard_fact() throws IOException {
        write("facts.yml", """
                facts:
                  - name: paid-on-time
                    label: 按期支付
                  - name: paid-on-time
                    label: 没有逾期
                  - name: revenue
                    label: 营业收入够高
                """);
        ProgrammeFiles.Loaded loaded = ProgrammeFiles.read(root);
        assertThat(problems(loaded))
                .containsExactly(
                        "town/subsidies/facts.yml:4 “paid-on-time”重复",
                        "town/subsidies/facts.yml:6 “revenue”是通用的事实，不能由经办认定");
        assertThat(loaded.bureaus().getFirst().judged())
                .containsExactly(new Vocabularies.Judged("paid-on-time", "按期支付", false));
    }

    @Test
    void a_year_has_one_budget() throws IOException {
        String programme = """
                title: 贴息（示例）
                kind: interest
                policy: a-policy
                summary: 示例
                audience: 示例
                announced: true
                illustrative: true
                budget:
                  - {year: 2026, amount: 500万元}
                  - {year: %d, amount: 600万元}
                """;
        write("interest/programme.yml", programme.formatted(2027));
        assertThat(problems(ProgrammeFiles.read(root))).isEmpty();
        write("interest/programme.yml", programme.formatted(2026));
        assertThat(problems(ProgrammeFiles.read(root)))
                .containsExactly("town/subsidies/interest/programme.yml:10 “year”重复：同一年只能有一个预算");
    }

    @Test
    void grants_beyond_what_can_be_looked_at_are_not_left_out_without_a_word() {
        List<Integer> rows = List.of(1, 2, 3);
        assertThat(Grants.whole(rows, 3)).isEqualTo(rows);
        assertThatIllegalStateException()
                .isThrownBy(() -> Grants.whole(rows, 2))
                .withMessageContaining("more than 2");
    }

    private static List<String> problems(ProgrammeFiles.Loaded loaded) {
        return loaded.problems().stream().map(Object::toString).toList();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve("town/subsidies/" + file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
