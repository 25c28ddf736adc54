package cn.zhirong.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.zhirong.bureau.TenantTables.Column;
import cn.zhirong.bureau.TenantTables.Table;
import cn.zhirong.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in an order in which they can be emptied, and columns that never leave. */
class TenantTablesTest {
    private static final Map<String, List<Column>> TABLES =
            new TreeMap<>(Map.of("policy", List.of(), "version", List.of(), "text", List.of(), "lone", List.of()));

    @Test
    void children_stand_before_their_parents() {
        List<String> names =
                TenantTables.sorted(TABLES, Map.of("version", Set.of("policy", "version"), "text", Set.of("version")))
                        .stream()
                        .map(Table::name)
                        .toList();
        assertThat(names).containsExactlyInAnyOrder("policy", "version", "text", "lone");
        assertThat(names.indexOf("text")).isLessThan(names.indexOf("version"));
        assertThat(names.indexOf("version")).isLessThan(names.indexOf("policy"));
    }

    @Test
    void a_circle_is_told_and_not_walked_for_ever() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        TenantTables.sorted(TABLES, Map.of("version", Set.of("policy"), "policy", Set.of("version"))))
                .withMessageContaining("policy");
    }

    @Test
    void every_table_of_the_schema_with_a_tenant_is_among_them() {
        List<String> names = TestServer.get().bean(TenantTables.class).childrenFirst().stream()
                .map(Table::name)
                .toList();
        assertThat(names)
                .contains(
                        "account", "credential", "policy_version", "document_file_piece", "audit_entry", "letter_text")
                .doesNotContain("tenant", "flyway_schema_history");
        assertThat(names.indexOf("credential")).isLessThan(names.indexOf("account"));
        assertThat(names.indexOf("account")).isLessThan(names.indexOf("organisation"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token_hash",
                "password_hash",
                "secret",
                "totp_secret",
                "recovery_code",
                "phone_sealed",
                "sealed_name",
                "api_token",
                "otp",
                "pin",
                "salt",
                "encrypted_email",
                "digest"
            })
    void a_secret_stays_behind_by_its_name(String name) {
        assertThat(TableExport.isLeftOut(new Table("later", List.of()), new Column(name, "varchar")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "title", "text_digest", "sha256", "passage_key", "opinion", "shipping", "kind"})
    void what_is_no_secret_leaves(String name) {
        assertThat(TableExport.isLeftOut(new Table("later", List.of()), new Column(name, "varchar")))
                .isFalse();
    }

    @Test
    void a_column_whose_name_does_not_tell_is_listed_and_an_audit_keeps_its_chain() {
        assertThat(TableExport.isLeftOut(new Table("conversation", List.of()), new Column("visitor", "char")))
                .isTrue();
        assertThat(TableExport.isLeftOut(new Table("later", List.of()), new Column("visitor", "char")))
                .isFalse();
        assertThat(TableExport.isLeftOut(new Table("audit_entry", List.of()), new Column("previous_hash", "char")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"varbinary", "binary", "blob", "mediumblob", "longblob"})
    void what_is_binary_stays_behind(String type) {
        assertThat(TableExport.isLeftOut(new Table("later", List.of()), new Column("name", type)))
                .isTrue();
    }
}
