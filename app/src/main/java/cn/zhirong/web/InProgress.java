package cn.zhirong.web;

import cn.zhirong.access.SignIn;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * Tells those who come when too many requests are in progress at once to come again, before anything is looked up for them. Whoever
 * is let in where {@code zhirong.limits.in-progress} (240) are would wait some 5 s on two processors, and soon longer than the
 * database is waited for. Those who sign in are counted by themselves: so many as {@link SignIn} has places for. It would send the
 * others away as well, but only after a crowd of five hundred had been through all filters and been given a page each, for which
 * everybody else's pages waited.
 */
@ServerFilter("/**")
class InProgress implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(InProgress.class);
    private static final int SECONDS = 5;
    private static final int SIGN_IN_SECONDS = 30;

    private final int most;
    private final IntSupplier places;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger signingIn = new AtomicInteger();

    @Inject
    InProgress(@Value("${zhirong.limits.in-progress:240}") int most, SignIn signIn) {
        this(most, signIn::places);
    }

    InProgress(int most, IntSupplier places) {
        this.most = most;
        this.places = places;
    }

    @RequestFilter
    Publisher<MutableHttpResponse<?>> admit(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> chain) {
        if (!TooMany.isCounted(request)) {
            return chain.proceed();
        }
        if (isSignIn(request.getPath())) {
            // The page that asks for the name and password is never refused.
            return request.getMethod() == HttpMethod.POST
                    ? counted(signingIn, places.getAsInt(), chain, () -> TooMany.signingIn(request, SIGN_IN_SECONDS))
                    : chain.proceed();
        }
        return counted(inside, most, chain, () -> TooMany.crowded(request, SECONDS));
    }

    private static Publisher<MutableHttpResponse<?>> counted(
            AtomicInteger inside,
            int most,
            FilterContinuation<Publisher<MutableHttpResponse<?>>> chain,
            Supplier<MutableHttpResponse<?>> refusal) {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            LOG.warn("{} requests in progress: another is told to come again", most);
            return Flux.just(refusal.get());
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
