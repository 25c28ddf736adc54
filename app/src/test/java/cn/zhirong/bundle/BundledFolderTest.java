package cn.zhirong.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledFolderTest {
    @TempDir
    Path temp;

    @Test
    void a_folder_reads_the_same_from_disk_and_from_a_jar() throws IOException {
        Path disk = Files.createDirectories(temp.resolve("world/tenants/ganzhou"));
        Files.writeString(disk.resolve("tenant.yml"), "slug: ganzhou");
        try (BundledFolder folder = BundledFolder.onDisk(temp.resolve("world/tenants"))) {
            assertSeesGanzhou(folder);
        }
        Path jar = temp.resolve("含 空格.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"tenants/", "tenants/ganzhou/", "tenants/ganzhou/tenant.yml"}) {
                out.putNextEntry(new JarEntry(name));
                out.write(name.endsWith("/") ? new byte[0] : "slug: ganzhou".getBytes(StandardCharsets.UTF_8));
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
                BundledFolder first = BundledFolder.onClassPath("tenants", loader);
                BundledFolder second = BundledFolder.onClassPath("tenants", loader)) {
            assertSeesGanzhou(first);
            first.close();
            assertSeesGanzhou(second);
        }
    }

    @Test
    void a_folder_that_was_not_packed_is_named() {
        assertThatThrownBy(() -> BundledFolder.onClassPath("no-such-folder"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such-folder");
    }

    @Test
    void a_text_of_2_megabytes_is_read_and_a_byte_more_is_not() throws IOException {
        Files.writeString(temp.resolve("fits.md"), "x".repeat(2_000_000));
        Files.writeString(temp.resolve("large.md"), "x".repeat(2_000_001));
        Problems problems = new Problems();
        try (BundledFolder folder = BundledFolder.onDisk(temp)) {
            assertThat(folder.text("fits.md", problems)).isPresent();
            assertThat(problems.errors()).isEmpty();
            assertThat(folder.text("large.md", problems)).isEmpty();
            assertThat(problems.errors()).hasSize(1);
        }
    }

    @Test
    void hidden_files_and_a_byte_order_mark_are_left_out() throws IOException {
        Files.writeString(temp.resolve(".DS_Store"), "x");
        Files.writeString(temp.resolve("a.md"), "\uFEFF# 标题");
        try (BundledFolder folder = BundledFolder.onDisk(temp)) {
            assertThat(folder.filesIn("")).containsExactly("a.md");
            assertThat(folder.text("a.md", new Problems())).contains("# 标题");
        }
    }

    private static void assertSeesGanzhou(BundledFolder folder) {
        assertThat(folder.foldersIn("")).containsExactly("ganzhou");
        assertThat(folder.filesIn("ganzhou")).containsExactly("tenant.yml");
        assertThat(folder.text("ganzhou/tenant.yml", new Problems())).contains("slug: ganzhou");
    }
}
