package cn.zhirong.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.net.InetAddress;

/** Where a request comes from: the address that limits count and the audit names. */
public final class Source {
    private static final String ATTRIBUTE = "zhirong.source";

    private Source() {}

    /** Says where this request comes from, as far as the proxies in front of us can be believed. */
    public static void found(HttpRequest<?> request, String address) {
        request.setAttribute(ATTRIBUTE, address);
    }

    /** The address of the request being answered; empty where none is, as in a job or a command. */
    public static String current() {
        return ServerRequestContext.currentRequest().map(Source::of).orElse("");
    }

    /**
     * The address that {@link #found} for this request, else that of the connection: a header may say anything and is not asked
     * here.
     */
    public static String of(HttpRequest<?> request) {
        String found = request.getAttribute(ATTRIBUTE, String.class).orElse("");
        if (!found.isEmpty()) {
            return found;
        }
        InetAddress address = request.getRemoteAddress().getAddress();
        return address == null ? "" : address.getHostAddress();
    }
}
