package cn.zhirong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where providers of identities may lead this server. */
class IdentityHttpTest {
    private final IdentityHttp http = new IdentityHttp(false);

    @Test
    void only_https_addresses_without_accounts_are_taken() {
        assertThat(http.isAddress(URI.create("https://id.example.cn/a?b=c"))).isTrue();
        assertThat(http.isAddress(URI.create("http://id.example.cn/"))).isFalse();
        assertThat(http.isAddress(URI.create("http://127.0.0.1/"))).isFalse();
        assertThat(http.isAddress(URI.create("https://a@id.example.cn/"))).isFalse();
        assertThat(http.isAddress(URI.create("https://id.example.cn/#a"))).isFalse();
        assertThat(http.isAddress(URI.create("file:///etc/passwd"))).isFalse();
    }

    @Test
    void this_machine_and_private_networks_of_others_are_out_of_bounds() {
        refused("https://127.0.0.1/", "https://127.0.0.1/");
        refused("https://[::1]/", "https://[::1]/");
        refused("https://0.0.0.0/", "https://0.0.0.0/");
        refused("https://169.254.169.254/", "https://169.254.169.254/");
        refused("https://192.0.2.1/", "https://10.0.0.8/token");
        refused("https://192.0.2.1/", "https://[fd00::8]/token");
    }

    private void refused(String issuer, String address) {
        assertThatThrownBy(() -> http.get(URI.create(issuer), URI.create(address)))
                .isInstanceOf(IdentityProvider.NotVouched.class)
                .hasMessageContaining("private network");
    }
}
