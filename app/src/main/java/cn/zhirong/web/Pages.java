package cn.zhirong.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;

/** Shows templates: each gets the variables {@code shell} (for the layout) and {@code view} (one record, its own). */
@Singleton
public class Pages {
    private final Templates templates;
    private final Shells shells;

    Pages(Templates templates, Shells shells) {
        this.templates = templates;
        this.shells = shells;
    }

    /** The page {@code template} with {@code view}, status 200. */
    public MutableHttpResponse<String> show(HttpRequest<?> request, String template, Object view) {
        return show(request, HttpStatus.OK, template, view);
    }

    /** The page with another status, such as 400 for a form that comes back with its errors. */
    public MutableHttpResponse<String> show(HttpRequest<?> request, HttpStatus status, String template, Object view) {
        Shell shell = shells.of(request);
        MutableHttpResponse<String> response = HttpResponse.<String>status(status)
                .body(templates.render(template, Map.of("shell", shell, "view", view)))
                .contentType(MediaType.TEXT_HTML_TYPE.getName() + ";charset=utf-8");
        return shell.flash() == null ? response : response.cookie(Flash.spent());
    }
}
