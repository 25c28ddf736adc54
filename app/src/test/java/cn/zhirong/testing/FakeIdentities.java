package cn.zhirong.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An OpenID Connect provider and a portal with tickets, on this machine; what it signs can be twisted. */
public final class FakeIdentities implements AutoCloseable {
    public static final String CLIENT = "bureau-app";
    public static final String SECRET = "the secret of the bureau's application";

    private final HttpServer server;
    private final RSAKey key = key();
    private final RSAKey other = key();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> tickets = new ConcurrentHashMap<>();
    private final Set<String> usedNonces = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private volatile UnaryOperator<JWTClaimsSet.Builder> twist = UnaryOperator.identity();
    private volatile Signing signing = Signing.RIGHT;
    private volatile String site = "";

    /** How the token is signed. */
    public enum Signing {
        RIGHT,
        WRONG_KEY,
        NOT_AT_ALL
    }

    public FakeIdentities(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.start();
    }

    /** Its address: the issuer of OpenID Connect. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Browsers come from this site and are sent back to it, whatever its address says of itself. */
    public void sendBackTo(String url) {
        site = url;
    }

    /** What the next tokens say and how they are signed. */
    public void tokens(Signing how, UnaryOperator<JWTClaimsSet.Builder> what) {
        signing = how;
        twist = what;
    }

    /** Somebody signs in at the page the browser was sent to; the query of the address it is sent back to. */
    public String consent(URI page, String subject) {
        Map<String, String> asked = form(page.getRawQuery());
        if (page.getPath().equals("/portal")) {
            String ticket = "T" + codes.size() + tickets.size() + System.nanoTime();
            tickets.put(ticket, subject);
            String callback = asked.get("redirect");
            return callback.substring(callback.indexOf('?') + 1) + "&ticket=" + ticket;
        }
        String code = "C" + System.nanoTime();
        asked.put("subject", subject);
        codes.put(code, asked);
        return "code=" + code + "&state=" + asked.get("state");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                        "jwks_uri":"%1$s/jwks","response_types_supported":["code"],
                        "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
                        """.formatted(issuer()));
            case "/jwks" -> send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
            case "/authorize", "/portal" -> page(exchange);
            case "/come" -> come(exchange);
            case "/token" -> token(exchange, form);
            case "/ticket" -> ticket(exchange, form);
            default -> send(exchange, 404, "{}");
        }
    }

    /** Where somebody says who they are: a form for browsers, a word for everybody else. */
    private static void page(HttpExchange exchange) throws IOException {
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).contains("text/html")) {
            send(exchange, 200, "\"please sign in\"");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
        byte[] bytes = """
                <!doctype html><html lang="zh-CN"><head><title>统一身份</title><link rel="icon" href="data:,"></head>
                <body><form action="/come"><label>账号 <input name="subject"></label>
                <input type="hidden" name="asked" value="%s"><button>登录</button></form></body></html>""".formatted(exchange.getRequestURI().toString().replace("&", "&amp;"))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void come(HttpExchange exchange) throws IOException {
        Map<String, String> said = form(exchange.getRequestURI().getRawQuery());
        URI asked = URI.create(said.get("asked"));
        String back = form(asked.getRawQuery()).get(asked.getPath().equals("/portal") ? "redirect" : "redirect_uri");
        exchange.getResponseHeaders()
                .set("Location", site + URI.create(back).getPath() + "?" + consent(asked, said.get("subject")));
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        boolean client = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (asked == null || !client || !challenge(form.get("code_verifier")).equals(asked.get("code_challenge"))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = clock.instant();
        JWTClaimsSet claims = twist.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .subject(asked.get("subject"))
                        .claim("nonce", asked.get("nonce"))
                        .claim("name", "陈某")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300))))
                .build();
        send(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"access_token\":\"a\",\"id_token\":\"" + signed(claims) + "\"}");
    }

    private String signed(JWTClaimsSet claims) {
        if (signing == Signing.NOT_AT_ALL) {
            return new PlainJWT(claims).serialize();
        }
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signing == Signing.RIGHT ? key : other));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ticket(HttpExchange exchange, Map<String, String> form) throws IOException {
        Map<String, String> fields = new TreeMap<>(form);
        String sign = fields.remove("sign");
        String text = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("&"));
        String subject = hmac(text).equals(sign) && usedNonces.add(fields.get("nonce"))
                ? tickets.remove(fields.getOrDefault("ticket", ""))
                : null;
        send(
                exchange,
                subject == null ? 403 : 200,
                subject == null ? "{}" : "{\"userId\":\"" + subject + "\",\"userName\":\"陈某\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> form(String query) {
        Map<String, String> form = new TreeMap<>();
        for (String field : query == null ? new String[0] : query.split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
