package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The description of the interface for programs, as it is kept in {@code openapi.yml}. */
@Needs(Action.ENTER)
@Controller
class OpenApiController {
    private final byte[] description;

    OpenApiController() throws IOException {
        try (InputStream in = OpenApiController.class.getResourceAsStream("/openapi.yml")) {
            description = Objects.requireNonNull(in, "openapi.yml is not on the class path")
                    .readAllBytes();
        }
    }

    @Get("/openapi.yml")
    HttpResponse<byte[]> show() {
        return HttpResponse.ok(description)
                .header("Content-Type", "application/yaml;charset=utf-8")
                .header("Cache-Control", "public, max-age=300");
    }
}
