package cn.zhirong.isolation;

import static cn.zhirong.isolation.Cities.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Action;
import cn.zhirong.access.Role;
import cn.zhirong.tenant.Tenants;
import cn.zhirong.testing.TestServer;
import cn.zhirong.web.ForgetfulGuard;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Takes the check of roles away from each route, one at a time, and sends what {@link RouteWalkTest} sends in the name of somebody
 * who may not: the answer must be another than the refusal that the walk asks for, or nobody would notice. (A route that asks
 * for less than was agreed is found by {@link RouteListTest}, a table that allows more by {@code ActionTest}.)
 */
class RoleMutantsTest {
    @Test
    void no_check_of_a_role_can_be_forgotten() {
        HERE.signInAgain();
        TestServer.get().bean(Tenants.class).platform();
        ForgetfulGuard guard = new ForgetfulGuard();
        Set<String> missed = new TreeSet<>();
        int found = 0;
        try (EmbeddedServer beside = TestServer.get().beside("forgetful", guard.bean())) {
            String url = "http://localhost:" + beside.getPort();
            for (Route route : Route.all()) {
                if (route.action().isOpen()) {
                    continue;
                }
                Optional<Role> outsider = outsider(route.action());
                String cookies = outsider.map(HERE::cookies).orElse(HERE.visitor());
                HttpResponse<String> checked = send(url, route, cookies);
                assertThat(isRefused(checked, outsider.isPresent()))
                        .as("with all checks: " + route.name() + " got " + checked + checked.body())
                        .isTrue();
                guard.forget(route.name());
                boolean survives = isRefused(send(url, route, cookies), outsider.isPresent());
                guard.forget("");
                if (survives) {
                    missed.add(route.name());
                } else {
                    found++;
                    route.restore();
                }
            }
        }
        HERE.signInAgain();
        assertThat(missed.stream().filter(name -> !hasASecondLock(name)))
                .as("routes whose check nobody would miss, beside " + found + " found")
                .isEmpty();
        assertThat(found).isGreaterThan(60);
    }

    /**
     * What asks once more who it is: pages of one's own account, which are about nobody else, and what a platform's operator
     * changes, where there is no other role to be mistaken for; subscribing is for everybody who has an account. Without the check at the door nobody gets further than here.
     */
    private static boolean hasASecondLock(String route) {
        return route.contains(" /{slug}/account")
                || route.endsWith("/subscription")
                || route.startsWith("POST /platform/");
    }

    private static HttpResponse<String> send(String url, Route route, String cookies) {
        return Walker.at(url, () -> route.send(cookies, Route.own(null, "")));
    }

    /** Somebody of the bureau who may not; nobody at all where all may, and on the platform, where there is one role. */
    private static Optional<Role> outsider(Action action) {
        return action.place() == Action.Place.PLATFORM
                ? Optional.empty()
                : Arrays.stream(Role.values())
                        .filter(role -> role != Role.PLATFORM_OPERATOR && !action.allows(role))
                        .findFirst();
    }

    /** As the walk asks for it. */
    private static boolean isRefused(HttpResponse<String> answer, boolean signedIn) {
        if (signedIn) {
            return answer.statusCode() == 403;
        }
        return answer.statusCode() == 401
                || answer.headers().firstValue("Location").orElse("").contains("/sign-in");
    }
}
