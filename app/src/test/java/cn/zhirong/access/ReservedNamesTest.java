package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {
    private final Tenant city = TestServer.get().aBureau();
    private final Accounts accounts = TestServer.get().bean(Accounts.class);

    @ParameterizedTest
    @ValueSource(strings = {"system", "System", "command-line", "COMMAND-LINE"})
    void nobody_is_called_what_the_audit_calls_nobody(String name) {
        assertThatThrownBy(() -> accounts.create(city, name, "陈经办", Role.OFFICER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("由系统保留");
        assertThat(accounts.find(city, name)).isEmpty();
    }

    @Test
    void a_name_that_only_begins_so_is_free() {
        assertThat(accounts.create(city, "system2", "陈经办", Role.OFFICER).username())
                .isEqualTo("system2");
    }
}
