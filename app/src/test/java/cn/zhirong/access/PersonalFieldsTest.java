package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalFieldsTest {
    private static final String COLUMN = "account.contact_email";

    @TempDir
    private Path data;

    @Test
    void what_is_sealed_opens_again_and_never_looks_the_same_twice() {
        PersonalFields fields = new PersonalFields(new PersonalKey(data.toString(), ""));
        String sealed = fields.seal(7, COLUMN, "陈@example.cn");
        assertThat(sealed)
                .startsWith("aes256gcm:")
                .isNotEqualTo(fields.seal(7, COLUMN, "陈@example.cn"))
                .doesNotContain("example");
        assertThat(fields.open(7, COLUMN, sealed)).isEqualTo("陈@example.cn");
        assertThat(new PersonalFields(new PersonalKey(data.toString(), "")).open(7, COLUMN, sealed))
                .as("after the next start")
                .isEqualTo("陈@example.cn");
    }

    @Test
    void it_opens_in_no_other_tenant_or_column_not_changed_and_by_no_other_key() {
        PersonalFields fields = new PersonalFields(new PersonalKey(data.toString(), ""));
        String sealed = fields.seal(7, COLUMN, "chen@example.cn");
        byte[] bytes = Base64.getDecoder().decode(sealed.substring(10));
        bytes[20] ^= 1;
        String changed = "aes256gcm:" + Base64.getEncoder().encodeToString(bytes);
        String otherKey = Base64.getEncoder().encodeToString(new byte[32]);
        assertThatThrownBy(() -> fields.open(8, COLUMN, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fields.open(7, "account.contact_phone", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fields.open(7, COLUMN, changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fields.open(7, COLUMN, "chen@example.cn")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new PersonalFields(new PersonalKey(data.toString(), otherKey)).open(7, COLUMN, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_key_is_readable_by_its_owner_alone_and_a_broken_one_is_refused() throws IOException {
        new PersonalKey(data.toString(), "");
        Path file = data.resolve("keys/personal.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.list(file.getParent())).containsExactly(file);
        Files.writeString(file, "c2hvcnQ=");
        assertThatThrownBy(() -> new PersonalKey(data.toString(), "")).hasMessageContaining("32 字节");
    }

    @Test
    void contacts_are_kept_sealed() {
        SignInWorld world = new SignInWorld();
        Person chen = world.reachable("chen");
        AccountRow row = world.server
                .bean(AccountRepository.class)
                .find(world.city.id(), chen.accountId())
                .orElseThrow();
        assertThat(row.contactEmail()).startsWith("aes256gcm:").doesNotContain("chen");
        assertThat(world.accounts.contacts(world.city, chen.accountId()).email())
                .isEqualTo("chen@example.cn");
        assertThat(world.accounts
                        .contacts(world.server.aBureau(), chen.accountId())
                        .email())
                .isNull();
        assertThatThrownBy(() -> world.accounts.reachBy(world.city, "chief", chen.accountId(), "chen", null))
                .hasMessageContaining("邮箱须形如");
    }
}
