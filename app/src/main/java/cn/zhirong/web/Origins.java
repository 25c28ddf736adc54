package cn.zhirong.web;

import cn.zhirong.access.Origin;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come from. What {@code X-Forwarded-For} says is believed only as far as proxies wrote it that {@code
 * zhirong.trusted-proxies} names (addresses, separated by commas): read from the right, the first that is none of them.
 */
@Singleton
class Origins {
    private final List<String> trusted;

    Origins(@Property(name = "zhirong.trusted-proxies", defaultValue = "") String trusted) {
        this.trusted = Arrays.stream(trusted.split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(Origins::numeric)
                .toList();
    }

    Origin of(HttpRequest<?> request) {
        String agent = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return new Origin(
                address(
                        request.getRemoteAddress().getAddress(),
                        request.getHeaders().getAll("X-Forwarded-For")),
                agent == null ? "" : agent);
    }

    String address(@Nullable InetAddress direct, List<String> forwarded) {
        String address = direct == null ? "unknown" : direct.getHostAddress();
        List<String> chain = Arrays.stream(String.join(",", forwarded).split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        for (int hop = chain.size() - 1; hop >= 0 && trusted.contains(address); hop--) {
            String before = chain.get(hop);
            if (!before.matches("[0-9A-Fa-f.:]{2,45}")) {
                break;
            }
            address = numeric(before);
        }
        return address;
    }

    /** One way to write each address; what is no address is left as it is and matches nothing. */
    private static String numeric(String written) {
        try {
            return InetAddress.ofLiteral(written).getHostAddress();
        } catch (IllegalArgumentException notOne) {
            return written;
        }
    }
}
