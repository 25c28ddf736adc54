package cn.zhirong.application;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Files that are given out to be saved, never to be shown by the browser. */
final class Attachments {
    private Attachments() {}

    static HttpResponse<byte[]> of(FileRow file) {
        MaterialFormat format = MaterialFormat.valueOf(file.format());
        return of(
                file.content(),
                file.name(),
                "material." + file.format().toLowerCase(Locale.ROOT),
                MediaType.of(format.mediaType()));
    }

    static HttpResponse<byte[]> csv(String text, String name) {
        return of(text.getBytes(StandardCharsets.UTF_8), name, "table.csv", MediaType.of("text/csv;charset=utf-8"));
    }

    private static HttpResponse<byte[]> of(byte[] content, String name, String plain, MediaType type) {
        return HttpResponse.ok(content)
                .contentType(type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20"));
    }
}
