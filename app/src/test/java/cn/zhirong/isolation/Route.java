package cn.zhirong.isolation;

import static cn.zhirong.isolation.Cities.HERE;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.isolation.RouteCases.Case;
import cn.zhirong.testing.TestServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A route of the router and what is sent to it.
 *
 * @param name method and template, as in {@code GET /{slug}/policies}
 * @param address its template with the slots of things
 * @param action what it needs
 * @param posted what is sent, or null for a route that only reads
 */
record Route(
        String name,
        String address,
        Action action,
        @Nullable Case posted) {
    private static final Set<String> SEEN_HEADERS =
            Set.of("content-type", "location", "cache-control", "set-cookie", "content-security-policy");

    /** Each route of the product once, by name; HEAD is made from GET by the server and is the same route. */
    static List<Route> all() {
        Map<String, Route> routes = new TreeMap<>();
        router().filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(Route::of)
                .forEach(route -> routes.put(route.name(), route));
        return List.copyOf(routes.values());
    }

    static Stream<UriRouteInfo<?, ?>> router() {
        return TestServer.get()
                .bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getDeclaringType().getName().startsWith("cn.zhirong."));
    }

    private static Route of(UriRouteInfo<?, ?> route) {
        String template = route.getUriMatchTemplate().toString();
        return new Route(
                route.getHttpMethodName() + " " + template,
                RouteCases.slotted(template),
                route.getAnnotationMetadata()
                        .enumValue(Needs.class, Action.class)
                        .orElseThrow(),
                route.getHttpMethod() == HttpMethod.GET ? null : RouteCases.posted(template));
    }

    /** The things that its address and its form name. */
    List<Thing> named() {
        String all = address + (posted == null ? "" : posted.fields().toString());
        return Arrays.stream(Thing.values())
                .filter(thing -> all.contains(thing.slot()))
                .toList();
    }

    HttpResponse<String> send(String cookies, Map<Thing, String> things) {
        String path = path(things);
        if (posted == null) {
            return Walker.get(path, cookies);
        }
        Map<String, String> form = new LinkedHashMap<>();
        posted.fields().forEach((field, value) -> form.put(field, filled(value, things)));
        return switch (posted.kind()) {
            case FORM -> Walker.post(path, cookies, form);
            case JSON -> Walker.json(path, cookies, form.getOrDefault("", ""));
            case UPLOAD -> Walker.upload(path, cookies, "a.txt", "一、示例。", form);
        };
    }

    /** Makes good what an answered request used up. */
    void restore() {
        if (posted != null && posted.spent() != null) {
            HERE.make(posted.spent());
        }
        if (address.endsWith("/sign-out") || address.endsWith("/entry")) {
            HERE.signInAgain();
        }
    }

    /** The things of {@link Cities#HERE}, one of them replaced. */
    static Map<Thing, String> own(@Nullable Thing replaced, String id) {
        Map<Thing, String> things = new EnumMap<>(Thing.class);
        for (Thing thing : Thing.values()) {
            things.put(thing, thing == replaced ? id : HERE.get(thing));
        }
        return things;
    }

    /** What a person can see of an answer, without the address that was asked for. */
    String seen(HttpResponse<String> response, Map<Thing, String> things) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (SEEN_HEADERS.contains(name)) {
                headers.put(name, values);
            }
        });
        String path = path(things);
        return (response.statusCode() + " " + headers + "\n" + response.body())
                .replace(path, "ADDRESS")
                .replace(URLEncoder.encode(path, StandardCharsets.UTF_8), "ADDRESS");
    }

    private String path(Map<Thing, String> things) {
        return filled(address, things);
    }

    private static String filled(String text, Map<Thing, String> things) {
        String filled = text.replace("{slug}", HERE.slug()).replace("{clause}", HERE.clause());
        for (Map.Entry<Thing, String> thing : things.entrySet()) {
            filled = filled.replace(thing.getKey().slot(), thing.getValue());
        }
        return filled;
    }
}
