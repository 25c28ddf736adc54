package cn.zhirong.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * Tells those who come when too many requests are in progress at once to come again, before anything is looked up for them. Whoever
 * is let in where {@code zhirong.limits.in-progress} (240) are would wait some 5 s on two processors, and soon longer than the
 * database is waited for. Who signs in waits in a room of its own ({@code access.WaitingRoom}) and is not counted.
 */
@ServerFilter("/**")
class InProgress implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(InProgress.class);
    private static final int SECONDS = 5;

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    InProgress(@Value("${zhirong.limits.in-progress:240}") int most) {
        this.most = most;
    }

    @RequestFilter
    Publisher<MutableHttpResponse<?>> admit(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> chain) {
        if (!TooMany.isCounted(request) || isSignIn(request.getPath())) {
            return chain.proceed();
        }
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            LOG.warn("{} requests in progress: another is told to come again", most);
            return Flux.just(TooMany.crowded(request, SECONDS));
        }
        // However it ends: answered, failed, or given up by whoever asked.
        return Flux.from(chain.proceed()).doFinally(end -> inside.decrementAndGet());
    }

    /** How many there are. */
    int inside() {
        return inside.get();
    }

    private static boolean isSignIn(String path) {
        return path.endsWith("/sign-in") || path.endsWith("/login");
    }

    /** After those who ask too often were turned away, before the tenant is looked for. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 200;
    }
}
