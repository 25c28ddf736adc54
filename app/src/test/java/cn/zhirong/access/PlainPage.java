package cn.zhirong.access;

import cn.zhirong.testing.Browser;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bureau's pages without a browser around them: no cookie is kept and nothing is followed. */
final class PlainPage {
    /** The usual password as it stands in a form. */
    static final String PASSWORD = URLEncoder.encode(SignInWorld.PASSWORD, StandardCharsets.UTF_8);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final SignInWorld world;

    PlainPage(SignInWorld world) {
        this.world = world;
    }

    /** The status of a page that only who is signed in sees: 200, or 303 to the login page. */
    int console(String cookie) {
        return request(HttpRequest.newBuilder(Browser.uri(world.path("/console/policies")))
                        .header("Cookie", cookie)
                        .build())
                .statusCode();
    }

    /** Sends a form of this site. */
    HttpResponse<String> form(String path, String body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Sec-Fetch-Site";
        all[headers.length + 1] = "same-origin";
        return send(path, body, all);
    }

    /** Sends a form of wherever. */
    HttpResponse<String> send(String path, String body, String... headers) {
        return request(HttpRequest.newBuilder(Browser.uri(world.path(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** The cookie that an answer sets, as a browser would send it. */
    String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
    }

    private static HttpResponse<String> request(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
