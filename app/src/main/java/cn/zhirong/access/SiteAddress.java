package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/**
 * The address of this site as letters tell it: {@code zhirong.base-url} (such as {@code https://zhirong.example.cn}), never what
 * a request says of its host. Where nothing is configured, this machine.
 */
@Singleton
public class SiteAddress {
    private final String base;

    SiteAddress(
            @Property(name = "zhirong.base-url", defaultValue = "") String configured,
            @Property(name = "micronaut.server.port", defaultValue = "8080") int port) {
        String given = configured.strip();
        base = given.isEmpty() ? "http://localhost:" + port : given.replaceAll("/+$", "");
        if (!base.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalStateException("zhirong.base-url 须形如 https://zhirong.example.cn，不含路径。");
        }
    }

    /** The whole address of a path below the tenant's, such as {@code /sign-in?token=…}. */
    public String of(Tenant tenant, String path) {
        return base + "/" + tenant.slug() + path;
    }

    /** Whether people reach it by TLS, be it only up to a proxy. */
    public boolean isSecure() {
        return base.startsWith("https://");
    }
}
