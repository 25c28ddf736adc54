package cn.zhirong.isolation;

import static cn.zhirong.isolation.Cities.HERE;
import static cn.zhirong.isolation.Cities.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Role;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every route of the router × every role, nobody and a disabled account × an own thing, one of another bureau, an unknown one.
 * What the table of actions allows is answered, what it does not allow is refused, and a thing of another bureau is answered
 * to the byte as one that nobody has.
 */
class RouteWalkTest {
    /** Somebody with a browser, which a request may sign in anew, and whether the table lets them. */
    private record Walking(String name, Supplier<String> browser, boolean signedIn, boolean allowed) {
        String cookies() {
            return browser.get();
        }
    }

    @BeforeAll
    static void everybody_comes_in() {
        HERE.signInAgain();
        THERE.signInAgain();
    }

    @Test
    void every_route_says_who_may_use_it() {
        assertThat(Route.router()
                        .filter(route -> route.getAnnotationMetadata()
                                .enumValue(Needs.class, Action.class)
                                .isEmpty()))
                .isEmpty();
        assertThat(Route.all()).hasSizeGreaterThan(60);
    }

    @TestFactory
    Stream<DynamicTest> routes_answer_those_who_may_and_nobody_else() {
        return Route.all().stream().map(route -> DynamicTest.dynamicTest(route.name(), () -> walk(route)));
    }

    private static void walk(Route route) {
        for (Walking walking : everybody(route.action())) {
            HttpResponse<String> answer = route.send(walking.cookies(), Route.own(null, ""));
            if (walking.allowed()) {
                assertThat(answer.statusCode())
                        .as(told(walking, route, answer))
                        .isNotIn(401, 403, 405)
                        .isLessThan(500);
                if (route.posted() == null || !route.posted().mayLack()) {
                    assertThat(answer.statusCode())
                            .as(told(walking, route, answer))
                            .isNotEqualTo(404);
                }
                assertThat(leadsToSignIn(answer) && !route.address().contains("sign"))
                        .as(told(walking, route, answer))
                        .isFalse();
                route.restore();
            } else if (walking.signedIn()) {
                assertThat(answer.statusCode()).as(told(walking, route, answer)).isEqualTo(403);
            } else {
                assertThat(answer.statusCode() == 401 || leadsToSignIn(answer))
                        .as(told(walking, route, answer))
                        .isTrue();
            }
            foreignIsUnknown(walking, route);
        }
    }

    private static void foreignIsUnknown(Walking walking, Route route) {
        if (route.action().place() == Action.Place.PLATFORM) {
            return;
        }
        for (Thing thing : route.named()) {
            Map<Thing, String> foreign = Route.own(thing, THERE.get(thing));
            Map<Thing, String> unknown = Route.own(thing, thing.unknown());
            HttpResponse<String> toForeign = route.send(walking.cookies(), foreign);
            HttpResponse<String> toUnknown = route.send(walking.cookies(), unknown);
            String told = told(walking, route, toForeign) + " with " + thing;
            assertThat(route.seen(toForeign, foreign)).as(told).isEqualTo(route.seen(toUnknown, unknown));
            assertThat(toForeign.body()).as(told).doesNotContain(THERE.word());
            if (walking.allowed() && route.address().contains(thing.slot())) {
                assertThat(toForeign.statusCode()).as(told).isEqualTo(404);
            }
        }
    }

    private static List<Walking> everybody(Action action) {
        if (action.place() == Action.Place.PLATFORM) {
            return List.of(
                    new Walking("operator", () -> Operator.COOKIES, true, true),
                    new Walking("director of a bureau", () -> HERE.cookies(Role.DIRECTOR), false, false),
                    new Walking("nobody", () -> "", false, false));
        }
        Stream<Walking> people = Arrays.stream(Role.values())
                .filter(role -> role != Role.PLATFORM_OPERATOR)
                .map(role -> new Walking(role.name(), () -> HERE.cookies(role), true, action.allows(role)));
        Stream<Walking> strangers = Stream.of(
                new Walking("nobody", HERE::visitor, false, action.isOpen()),
                new Walking("disabled", HERE::disabled, false, action.isOpen()),
                new Walking("of another bureau", () -> THERE.cookies(Role.DIRECTOR), false, action.isOpen()));
        return Stream.concat(people, strangers).toList();
    }

    private static boolean leadsToSignIn(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElse("")
                .matches("/(" + HERE.slug() + "|platform)/sign-in.*");
    }

    private static String told(Walking walking, Route route, HttpResponse<String> response) {
        String body = response.body();
        return walking.name() + " at " + route.name() + " got " + response.statusCode() + " "
                + body.substring(0, Math.min(body.length(), 300));
    }
}
