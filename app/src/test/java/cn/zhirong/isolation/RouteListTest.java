package cn.zhirong.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What each route needs, written out a second time: a route that quietly needs less fails here, where {@link RouteWalkTest}, which
 * believes what routes say of themselves, would not notice.
 */
class RouteListTest {
    @Test
    void routes_need_what_was_agreed() throws IOException {
        List<String> routes = Route.all().stream()
                .map(route -> route.action() + " " + route.name())
                .sorted()
                .toList();
        assertThat(routes).isEqualTo(agreed());
    }

    private static List<String> agreed() throws IOException {
        try (InputStream in = Objects.requireNonNull(RouteListTest.class.getResourceAsStream("routes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().sorted().toList();
        }
    }
}
