package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import java.util.Set;

/** Every part of the page kit with its states, for those who build pages. */
@Needs(Action.ENTER)
@Controller("/gallery")
class GalleryController {
    private static final Set<String> PARTS = Set.of("reading", "search", "assistant");

    private final Pages pages;

    GalleryController(Pages pages) {
        this.pages = pages;
    }

    @Get
    HttpResponse<String> index(HttpRequest<?> request) {
        return pages.show(request, "gallery/index", Map.of());
    }

    @Get("/{part}")
    HttpResponse<String> part(HttpRequest<?> request, String part) {
        if (!PARTS.contains(part)) {
            throw Refusal.notFound();
        }
        return pages.show(request, "gallery/" + part, Map.of());
    }
}
