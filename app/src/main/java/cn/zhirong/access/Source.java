package cn.zhirong.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.net.InetAddress;

/** Where a request comes from: the address that limits count and the audit names. */
public final class Source {
    private Source() {}

    /** The address of the request being answered; empty where none is, as in a job or a command. */
    public static String current() {
        return ServerRequestContext.currentRequest().map(Source::of).orElse("");
    }

    /** The address that the connection comes from; a header may say anything and is not asked. */
    public static String of(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address == null ? "" : address.getHostAddress();
    }
}
