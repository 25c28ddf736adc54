package cn.zhirong.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, follows what it is told to, sends forms as browsers do. */
public final class Browser {
    /** What everybody in the tests has for a password. */
    public static final String PASSWORD = "屋檐下的雨 4 月停了";

    private final HttpClient client;

    public Browser() {
        client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Opens a path of the test server. */
    public HttpResponse<String> open(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Sends a form from a page of the same site. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** The form by which a sign-in link sets the password {@link #PASSWORD} and signs in. */
    public static Map<String, String> byLink(String link) {
        return Map.of("token", link, "password", PASSWORD, "repeat", PASSWORD);
    }

    /** What any request with this browser's cookies is answered, byte for byte. */
    public byte[] bytes(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends any request with this browser's cookies. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The full address of a path. */
    public static URI uri(String path) {
        return URI.create(TestServer.get().url() + path);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
