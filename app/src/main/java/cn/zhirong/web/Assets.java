package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.access.Secrets;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Our own style sheets, scripts and pictures, from {@code /static} on the class path. Their prefix changes with the build, so
 * that a browser may keep them for good.
 */
@Needs(Action.ENTER)
@Controller("/static")
public class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon");

    private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();
    private final String prefix;

    Assets() {
        StringBuilder all = new StringBuilder();
        for (String name : new String(read("index.txt"), StandardCharsets.UTF_8).split("\\s+")) {
            if (name.isEmpty()) {
                continue;
            }
            all.append(Secrets.digest(new String(read(name), StandardCharsets.ISO_8859_1)));
        }
        prefix = "/static/" + Secrets.digest(all.toString()).substring(0, 12);
    }

    String prefix() {
        return prefix;
    }

    @Get("/{version}/{+path}")
    HttpResponse<byte[]> file(String version, String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || path.contains("..") || !path.matches("[a-z0-9./-]{1,100}")) {
            throw Refusal.notFound();
        }
        return HttpResponse.ok(loaded.computeIfAbsent(path, Assets::read))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Type", type);
    }

    private static byte[] read(String path) {
        try (InputStream in = Assets.class.getResourceAsStream("/static/" + path)) {
            if (in == null) {
                throw Refusal.notFound();
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw Refusal.notFound();
        }
    }
}
