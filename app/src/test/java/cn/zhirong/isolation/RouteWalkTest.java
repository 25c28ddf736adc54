package cn.zhirong.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Role;
import cn.zhirong.isolation.RouteCases.Case;
import cn.zhirong.testing.TestServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every route of the router × every role, nobody and a disabled account × an own thing, one of another bureau, an unknown one.
 * What the table of actions allows is answered, what it does not allow is refused, and a thing of another bureau is answered
 * to the byte as one that nobody has.
 */
class RouteWalkTest {
    private static final City HERE = new City("云山杜鹃");
    private static final City THERE = new City("海州玉兰");
    private static final Set<String> SEEN_HEADERS =
            Set.of("content-type", "location", "cache-control", "set-cookie", "content-security-policy");

    /** Somebody with a browser, and whether the table lets them. */
    private record Walking(String name, String cookies, boolean signedIn, boolean allowed) {}

    @Test
    void every_route_says_who_may_use_it() {
        assertThat(routes().filter(route -> route.getAnnotationMetadata()
                        .enumValue(Needs.class, Action.class)
                        .isEmpty()))
                .isEmpty();
        assertThat(routes()).hasSizeGreaterThan(60);
    }

    @TestFactory
    Stream<DynamicTest> routes_answer_those_who_may_and_nobody_else() {
        return routes().map(route -> DynamicTest.dynamicTest(name(route), () -> walk(route)));
    }

    private static void walk(UriRouteInfo<?, ?> route) {
        Action action = route.getAnnotationMetadata()
                .enumValue(Needs.class, Action.class)
                .orElseThrow();
        String address = RouteCases.slotted(template(route));
        boolean writes = route.getHttpMethod() != HttpMethod.GET;
        Case posted = writes ? RouteCases.posted(template(route)) : null;
        for (Walking walking : everybody(action)) {
            Map<Thing, String> own = own();
            HttpResponse<String> answer = send(walking, address, posted, own);
            if (walking.allowed()) {
                assertThat(answer.statusCode())
                        .as(told(walking, route, answer))
                        .isNotIn(401, 403, 405)
                        .isLessThan(500);
                if (posted == null || !posted.mayLack()) {
                    assertThat(answer.statusCode())
                            .as(told(walking, route, answer))
                            .isNotEqualTo(404);
                }
                assertThat(leadsToSignIn(answer) && !walking.signedIn())
                        .as(told(walking, route, answer))
                        .isFalse();
                if (posted != null && posted.spent() != null) {
                    HERE.make(posted.spent());
                }
                if (address.endsWith("/sign-out")) {
                    HERE.signInAgain();
                }
            } else if (walking.signedIn()) {
                assertThat(answer.statusCode()).as(told(walking, route, answer)).isEqualTo(403);
            } else {
                assertThat(answer.statusCode() == 401 || leadsToSignIn(answer))
                        .as(told(walking, route, answer))
                        .isTrue();
            }
            foreignIsUnknown(walking, route, address, posted);
        }
    }

    private static void foreignIsUnknown(Walking walking, UriRouteInfo<?, ?> route, String address, Case posted) {
        String all = address + (posted == null ? "" : posted.fields().toString());
        for (Thing thing : Thing.values()) {
            if (all.contains(thing.slot())) {
                Map<Thing, String> foreign = own();
                foreign.put(thing, THERE.get(thing));
                Map<Thing, String> unknown = own();
                unknown.put(thing, thing.unknown());
                HttpResponse<String> toForeign = send(walking, address, posted, foreign);
                HttpResponse<String> toUnknown = send(walking, address, posted, unknown);
                assertThat(seen(toForeign, filled(address, foreign)))
                        .as(told(walking, route, toForeign) + " with " + thing)
                        .isEqualTo(seen(toUnknown, filled(address, unknown)));
                assertThat(toForeign.body()).doesNotContain(THERE.word());
                if (walking.allowed() && address.contains(thing.slot())) {
                    assertThat(toForeign.statusCode())
                            .as(told(walking, route, toForeign))
                            .isEqualTo(404);
                }
            }
        }
    }

    private static List<Walking> everybody(Action action) {
        Stream<Walking> people = Arrays.stream(Role.values())
                .filter(role -> role != Role.PLATFORM_OPERATOR)
                .map(role -> new Walking(role.name(), HERE.cookies(role), true, action.allows(role)));
        Stream<Walking> strangers = Stream.of(
                new Walking("nobody", HERE.visitor(), false, action.isOpen()),
                new Walking("disabled", HERE.disabled(), false, action.isOpen()),
                new Walking(
                        "of another bureau", HERE.visitor() + THERE.session(Role.DIRECTOR), false, action.isOpen()));
        return Stream.concat(people, strangers).toList();
    }

    private static HttpResponse<String> send(Walking walking, String address, Case posted, Map<Thing, String> things) {
        String path = filled(address, things);
        if (posted == null) {
            return Walker.get(path, walking.cookies());
        }
        Map<String, String> form = new LinkedHashMap<>();
        posted.fields().forEach((field, value) -> form.put(field, filled(value, things)));
        return switch (posted.kind()) {
            case FORM -> Walker.post(path, walking.cookies(), form);
            case JSON -> Walker.json(path, walking.cookies(), form.getOrDefault("", ""));
            case UPLOAD -> Walker.upload(path, walking.cookies(), "a.txt", "一、示例。", form);
        };
    }

    private static String filled(String text, Map<Thing, String> things) {
        String filled = text.replace("{slug}", HERE.slug()).replace("{clause}", HERE.clause());
        for (Map.Entry<Thing, String> thing : things.entrySet()) {
            filled = filled.replace(thing.getKey().slot(), thing.getValue());
        }
        return filled;
    }

    private static Map<Thing, String> own() {
        return Arrays.stream(Thing.values())
                .collect(Collectors.toMap(thing -> thing, HERE::get, (one, other) -> one, LinkedHashMap::new));
    }

    /** What a person can see of an answer, without the address that was asked for. */
    private static String seen(HttpResponse<String> response, String path) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (SEEN_HEADERS.contains(name)) {
                headers.put(name, values);
            }
        });
        return (response.statusCode() + " " + headers + "\n" + response.body())
                .replace(path, "ADDRESS")
                .replace(URLEncoder.encode(path, StandardCharsets.UTF_8), "ADDRESS");
    }

    private static boolean leadsToSignIn(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").startsWith("/" + HERE.slug() + "/sign-in");
    }

    private static String told(Walking walking, UriRouteInfo<?, ?> route, HttpResponse<String> response) {
        String body = response.body();
        return walking.name() + " at " + name(route) + " got " + response.statusCode() + " "
                + body.substring(0, Math.min(body.length(), 300));
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + template(route);
    }

    private static String template(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toString();
    }

    /** Each once, by name; HEAD is made from GET by the server and is the same route. */
    private static Stream<UriRouteInfo<?, ?>> routes() {
        Map<String, UriRouteInfo<?, ?>> routes = new TreeMap<>();
        TestServer.get()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getDeclaringType().getName().startsWith("cn.zhirong."))
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .forEach(route -> routes.putIfAbsent(name(route), route));
        return routes.values().stream();
    }
}
