package cn.zhirong.access;

import cn.zhirong.access.IdentityProvider.NotVouched;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Requests to providers of identities: HTTPS, never redirected, bounded in time and size. A director configures the address, so
 * this machine and its network segment are out of bounds, and what a provider says of itself may lead into a private network
 * only where it is there itself. {@code zhirong.identity.loopback} lets tests have a provider on this machine.
 */
@Singleton
class IdentityHttp {
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final boolean loopback;

    IdentityHttp(@Property(name = "zhirong.identity.loopback", defaultValue = "false") boolean loopback) {
        this.loopback = loopback;
    }

    /** An answer: status and body. */
    record Answer(int status, String body) {}

    /** Whether a browser or this server may be sent there at all, by how the address looks. */
    boolean isAddress(URI address) {
        String host = address.getHost();
        return host != null
                && address.getUserInfo() == null
                && address.getFragment() == null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || loopback && "http".equalsIgnoreCase(address.getScheme()) && host.equals("127.0.0.1"));
    }

    /** Gets what stands at an address that {@code issuer} named, or its own. */
    Answer get(URI issuer, URI address) throws NotVouched {
        return send(issuer, HttpRequest.newBuilder(checked(issuer, address)).GET());
    }

    /** Sends a form. */
    Answer post(URI issuer, URI address, String form, String authorization) throws NotVouched {
        HttpRequest.Builder request = HttpRequest.newBuilder(checked(issuer, address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(issuer, authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private URI checked(URI issuer, URI address) throws NotVouched {
        if (!isAddress(address)) {
            throw new NotVouched("an address is not https");
        }
        boolean own = address.getHost().equalsIgnoreCase(issuer.getHost());
        try {
            for (InetAddress at : InetAddress.getAllByName(address.getHost())) {
                boolean here = at.isLoopbackAddress() || at.isAnyLocalAddress() || at.isLinkLocalAddress();
                // Unique local addresses of IPv6 are fc00::/7.
                boolean unique = at.getAddress().length == 16 && (at.getAddress()[0] & 0xfe) == 0xfc;
                boolean inside = at.isSiteLocalAddress() || unique;
                if (here && !loopback || inside && !own || at.isMulticastAddress()) {
                    throw new NotVouched("an address leads into a private network");
                }
            }
        } catch (UnknownHostException e) {
            throw new NotVouched("the provider's host is not known");
        }
        return address;
    }

    private Answer send(URI issuer, HttpRequest.Builder request) throws NotVouched {
        try {
            HttpResponse<InputStream> response = client.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] read = body.readNBytes(LONGEST_ANSWER + 1);
                if (read.length > LONGEST_ANSWER) {
                    throw new NotVouched("the provider's answer is too long");
                }
                return new Answer(response.statusCode(), new String(read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new NotVouched("the provider " + issuer.getHost() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotVouched("interrupted");
        }
    }
}
