package cn.zhirong.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.tenant.TenantProfile.Contact;
import cn.zhirong.tenant.TenantProfile.Footer;
import cn.zhirong.tenant.TenantProfile.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read. */
class TenantYamlTest {
    @TempDir
    Path folder;

    @Test
    void a_profile_with_awkward_words_comes_back_as_it_was() throws IOException {
        TenantProfile profile = new TenantProfile(
                "yunzhou",
                "云州市“金融”工作局: #1 'x' \"y\" {{a}}",
                "yes",
                new Region("示例省云州市", "990100"),
                "#0b5394",
                new Contact("- 科室", null, "0000-1234567", "9:00—12:00", "a@yunzhou.example"),
                new Footer("null", null, "0123456789", "2026-11-22", "~"),
                List.of("一？", "二？", "*三？", "&四？", "!五？", "%六？"),
                "第一行。\n第二行：[x](y)\n\n第四行 # 不是注释",
                false);
        assertThat(again(profile)).isEqualTo(profile);
    }

    @Test
    void a_bureau_of_which_only_its_name_is_known_can_be_read() throws IOException {
        TenantProfile again = again(TenantProfile.named("yunzhou", "云州市金融工作局"));
        assertThat(again.name()).isEqualTo("云州市金融工作局");
        assertThat(again.region().name()).as("the form wants one").isEqualTo("云州市金融工作局");
    }

    private TenantProfile again(TenantProfile profile) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve(profile.slug())).resolve("tenant.yml"),
                TenantYaml.write(profile));
        TenantFiles.Loaded loaded = TenantFiles.read(folder);
        assertThat(loaded.problems()).isEmpty();
        return loaded.tenants().getFirst();
    }
}
