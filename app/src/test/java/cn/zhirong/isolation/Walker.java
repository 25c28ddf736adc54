package cn.zhirong.isolation;

import cn.zhirong.testing.Browser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Sends one request with these cookies and follows nothing. */
final class Walker {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ThreadLocal<String> ELSEWHERE = new ThreadLocal<>();

    private Walker() {}

    /** Does this at another server than the usual one. */
    static <T> T at(String url, Supplier<T> walk) {
        ELSEWHERE.set(url);
        try {
            return walk.get();
        } finally {
            ELSEWHERE.remove();
        }
    }

    static HttpResponse<String> get(String path, String cookies) {
        return send(request(path, cookies).GET());
    }

    /** What a path answers, byte for byte. */
    static byte[] bytes(String path, String cookies) {
        try {
            return CLIENT.send(request(path, cookies).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<String> post(String path, String cookies, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path, cookies)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** A form with one small text file called {@code file}. */
    static HttpResponse<String> upload(
            String path, String cookies, String name, String text, Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((field, value) -> body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(text)
                .append("\r\n--cut--\r\n");
        return send(request(path, cookies)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    static HttpResponse<String> json(String path, String cookies, String body) {
        return send(request(path, cookies)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String cookies) {
        String elsewhere = ELSEWHERE.get();
        URI uri = elsewhere == null ? Browser.uri(path) : URI.create(elsewhere + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Sec-Fetch-Site", "same-origin");
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
