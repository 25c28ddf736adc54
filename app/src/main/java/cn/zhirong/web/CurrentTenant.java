package cn.zhirong.web;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The tenant of a request: the first part of its path (after {@code /api/v1/} for calls), and nothing else. */
@Singleton
public class CurrentTenant {
    private static final String API = "/api/v1/";

    private final Tenants tenants;

    CurrentTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The tenant named by the address, if there is one. */
    public Optional<Tenant> of(HttpRequest<?> request) {
        return slug(request.getPath()).flatMap(tenants::find);
    }

    static Optional<String> slug(String path) {
        String rest = path.startsWith(API) ? path.substring(API.length()) : path.substring(path.isEmpty() ? 0 : 1);
        int slash = rest.indexOf('/');
        String slug = slash < 0 ? rest : rest.substring(0, slash);
        return Tenants.SLUG.matcher(slug).matches() ? Optional.of(slug) : Optional.empty();
    }

    /** The part of the path after the tenant's, such as {@code ask}; empty where there is none. */
    static String part(String path) {
        String[] parts = (path.startsWith(API) ? path.substring(API.length() - 1) : path).split("/", 4);
        return parts.length > 2 ? parts[2] : "";
    }

    /** Whether the caller wants JSON rather than a page. */
    static boolean isCall(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/");
    }
}
