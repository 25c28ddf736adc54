package cn.zhirong.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One HTTP POST to a host of the configuration: never redirected, bounded in time. */
final class Post {
    private static final int ANSWER_LIMIT = 4000;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Post() {}

    /** The answer to a JSON body, if it is a 2xx; the beginning of it. */
    static String json(URI to, String body, String authorization) throws Channel.NotSent {
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<java.io.InputStream> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var in = answer.body()) {
                String text = new String(in.readNBytes(ANSWER_LIMIT), StandardCharsets.UTF_8);
                if (answer.statusCode() / 100 == 2) {
                    return text;
                }
            }
            String reason = "对方答复 " + answer.statusCode();
            throw answer.statusCode() / 100 == 4 && answer.statusCode() != 429
                    ? Channel.NotSent.forGood(reason)
                    : Channel.NotSent.forNow(reason);
        } catch (IOException e) {
            throw Channel.NotSent.forNow("连接失败或超时");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Channel.NotSent.forNow("发送被中断");
        }
    }

    /** As it stands between the quotation marks of a JSON string. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < 0x20) {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
