package cn.zhirong.access;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A portal that sends the browser with a ticket, good once and for minutes, which the server exchanges for who the person is.
 * The exchange is signed: HMAC-SHA256 with the application's secret over the fields in the order of their names, as
 * {@code name=value} joined by {@code &}, in hexadecimal digits.
 */
final class TicketProvider implements IdentityProvider {
    private final URI login;
    private final URI exchange;
    private final String appKey;
    private final String secret;
    private final IdentityHttp http;
    private final Clock clock;

    TicketProvider(URI login, URI exchange, String appKey, String secret, IdentityHttp http, Clock clock) {
        this.login = login;
        this.exchange = exchange;
        this.appKey = appKey;
        this.secret = secret;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public URI begin(Attempt attempt) throws NotVouched {
        if (!http.isAddress(login)) {
            throw new NotVouched("the portal's page is not https");
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("appKey", appKey);
        query.put("redirect", attempt.callback() + "?state=" + attempt.state());
        return URI.create(login + (login.getQuery() == null ? "?" : "&") + OpenIdProvider.encoded(query));
    }

    @Override
    public Identity finish(Attempt attempt, Map<String, String> parameters) throws NotVouched {
        String ticket = parameters.getOrDefault("ticket", "");
        if (ticket.isEmpty() || ticket.length() > 1024) {
            throw new NotVouched("no ticket came back");
        }
        Map<String, String> fields = new TreeMap<>();
        fields.put("appKey", appKey);
        fields.put("nonce", attempt.nonce());
        fields.put("ticket", ticket);
        fields.put("timestamp", String.valueOf(clock.instant().getEpochSecond()));
        fields.put("sign", sign(secret, fields));
        IdentityHttp.Answer answer = http.post(exchange, exchange, OpenIdProvider.encoded(fields), "");
        if (answer.status() != 200) {
            throw new NotVouched("the ticket was answered with " + answer.status());
        }
        try {
            Map<String, Object> person = JSONObjectUtils.parse(answer.body());
            String subject = text(person.get("userId"));
            if (subject.isEmpty() || subject.length() > Identity.LONGEST) {
                throw new NotVouched("the portal does not say who it is");
            }
            return new Identity(exchange.toString(), subject, text(person.get("userName")));
        } catch (ParseException e) {
            throw new NotVouched("the portal's answer cannot be read");
        }
    }

    /** The signature of fields that are in the order of their names. */
    static String sign(String secret, Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : "";
    }
}
