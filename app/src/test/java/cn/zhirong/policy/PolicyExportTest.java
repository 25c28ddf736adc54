package cn.zhirong.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies leave in the form in which they come with the application. */
class PolicyExportTest {
    private static final String RULES = """
            云州市贷款贴息办法

            云金〔2026〕%d号

            第一章 总则

            第一条 为降低融资成本，制定本办法。

            第二章 标准

            第二条 按照实际支付利息的40%%给予贴息。
            同一笔贷款只贴息一次。

            第三条 申请贴息应当提交下列材料：
            （一）申请表；
            （二）贷款合同，含*全部*附件与_补充_协议<原件>。

            第四条 本办法自2026年3月1日起施行。
            """;

    private static final String NOTICE = """
            # 云州市关于受理贴息申请的通知

            云金函〔2026〕%d号

            各企业：

            ## 一、受理时间

            2026年4月1日至4月30日。

            ## 二、受理办法

            （一）网上提交。

            （二）窗口提交。

            云州市金融工作局

            2026年3月20日
            """;

    @TempDir
    Path folder;

    @Test
    void a_plain_text_and_a_markdown_come_back_with_the_same_provisions() throws IOException {
        Tenant tenant = TestServer.get().aBureau();
        publish(tenant, "办法.txt", RULES.formatted(tenant.id()));
        publish(tenant, "通知.md", NOTICE.formatted(tenant.id()));
        Path shelf = Files.createDirectories(folder.resolve("policies").resolve(tenant.slug()));
        assertThat(TestServer.get().bean(PolicyExport.class).write(tenant, shelf))
                .isEmpty();
        PolicyFiles.Loaded loaded = PolicyFiles.read(folder.resolve("policies"));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.policies()).hasSize(2);

        Tenant again = TestServer.get().aBureau();
        List<BundledPolicy> moved = loaded.policies().stream()
                .map(it -> new BundledPolicy(
                        again.slug(),
                        it.slug(),
                        it.title(),
                        it.issuers(),
                        it.kind(),
                        it.level(),
                        it.audience(),
                        it.topics(),
                        it.source(),
                        it.illustrative(),
                        it.note(),
                        it.versions()))
                .toList();
        assertThat(TestServer.get().bean(BundledLibrary.class).load(again, moved))
                .isEqualTo(2);
        assertThat(words(again)).isEqualTo(words(tenant)).hasSizeGreaterThan(10);
        assertThat(TestServer.get().bean(BundledLibrary.class).load(again, moved))
                .as("a second time nothing is stored")
                .isZero();

        TestServer.get().bean(PolicyExport.class).writeFiles(tenant, folder.resolve("files"));
        try (var files = Files.list(folder.resolve("files"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\d+-", "")))
                    .containsExactlyInAnyOrder("办法.txt", "通知.md");
        }
    }

    @Test
    void a_bureau_without_policies_leaves_an_empty_shelf() throws IOException {
        Path shelf = Files.createDirectories(folder.resolve("empty"));
        assertThat(TestServer.get()
                        .bean(PolicyExport.class)
                        .write(TestServer.get().aBureau(), shelf))
                .isEmpty();
        assertThat(shelf).isEmptyDirectory();
    }

    private static void publish(Tenant tenant, String name, String text) throws IOException {
        Path file = Files.createTempFile("export", name.replaceAll(".*\\.", "."));
        Files.writeString(file, text);
        Upload upload =
                TestServer.get().bean(PolicyDesk.class).importAndPublish(tenant, name, file, UploadHints.none());
        Files.delete(file);
        assertThat(upload)
                .isInstanceOfSatisfying(
                        Upload.Stored.class,
                        stored -> assertThat(stored.version().state())
                                .as(stored.warnings().toString())
                                .isEqualTo(State.PUBLISHED));
    }

    private static List<String> words(Tenant tenant) {
        LocalDate day = LocalDate.of(2026, 11, 22);
        PolicyLibrary library = TestServer.get().bean(PolicyLibrary.class);
        return library.list(tenant, PolicyFilter.newest(day, 100)).policies().stream()
                .filter(it -> it.version().shelf().equals(tenant.slug()))
                .flatMap(it ->
                        library
                                .document(tenant, it.version().policyId(), null, day)
                                .orElseThrow()
                                .provisions()
                                .stream())
                .map(it -> it.kind() + "|" + it.path() + "|" + it.heading() + "|" + it.text())
                .sorted()
                .toList();
    }
}
