package cn.zhirong.web;

import cn.zhirong.access.Source;
import cn.zhirong.web.RateLimits.Scope;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Finds where requests come from, and counts them by address and by tenant before anything is looked up for them. */
@ServerFilter("/**")
class FloodFilter implements Ordered {
    private final RateLimits limits;

    private final Origins origins;

    FloodFilter(RateLimits limits, Origins origins) {
        this.limits = limits;
        this.origins = origins;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> count(HttpRequest<?> request) {
        Source.found(request, origins.of(request).address());
        InetAddress address = request.getRemoteAddress().getAddress();
        if (!TooMany.isCounted(request)
                || (!limits.countsLoopback() && address != null && address.isLoopbackAddress())) {
            return null;
        }
        RateLimits.Kind kind = TooMany.kind(request);
        long wait = limits.secondsToWait(Scope.ADDRESS, kind, key(Source.of(request)));
        if (wait == 0) {
            wait = CurrentTenant.slug(request.getPath())
                    .map(slug -> limits.secondsToWait(Scope.TENANT, kind, slug))
                    .orElse(0L);
        }
        return wait == 0 ? null : TooMany.answer(request, wait);
    }

    /** Whoever has one address of IPv6 has the other 2^64 of its network as well. */
    static String key(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }
}
