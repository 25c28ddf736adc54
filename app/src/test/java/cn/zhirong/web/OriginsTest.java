package cn.zhirong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.0.0.1");
    private static final InetAddress STRANGER = InetAddress.ofLiteral("203.0.113.5");

    private final Origins origins = new Origins("10.0.0.1, 10.0.0.2");

    @Test
    void believes_nobody_but_the_proxies_that_are_configured() {
        assertThat(origins.address(STRANGER, List.of("1.1.1.1"))).isEqualTo("203.0.113.5");
        assertThat(new Origins("").address(PROXY, List.of("1.1.1.1"))).isEqualTo("10.0.0.1");
        assertThat(origins.address(PROXY, List.of())).isEqualTo("10.0.0.1");
    }

    @Test
    void reads_from_the_right_so_that_what_a_client_wrote_itself_counts_for_nothing() {
        assertThat(origins.address(PROXY, List.of("1.1.1.1, 198.51.100.7, 10.0.0.2")))
                .isEqualTo("198.51.100.7");
        assertThat(origins.address(PROXY, List.of("1.1.1.1", "198.51.100.7"))).isEqualTo("198.51.100.7");
    }

    @Test
    void takes_nothing_for_an_address_that_is_none() {
        assertThat(origins.address(PROXY, List.of("evil\r\nheader"))).isEqualTo("10.0.0.1");
        assertThat(origins.address(PROXY, List.of("999.1.1.1"))).isEqualTo("999.1.1.1");
        assertThat(origins.address(PROXY, List.of("2001:db8::1"))).isEqualTo("2001:db8:0:0:0:0:0:1");
    }
}
