package cn.zhirong.access;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 as every authenticator app knows them: HMAC-SHA-1, six digits, 30 seconds. */
final class Totp {
    static final int SECONDS = 30;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** 160 random bits in Base32: what a person can type into an app. */
    static String freshKey() {
        byte[] bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        StringBuilder key = new StringBuilder();
        long held = 0;
        int bits = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                key.append(BASE32.charAt((int) (held >> bits & 31)));
            }
        }
        return key.toString();
    }

    /** The address that a QR code carries into an app. */
    static String address(String issuer, String account, String key) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + key + "&issuer="
                + encode(issuer);
    }

    static long step(Instant now) {
        return now.getEpochSecond() / SECONDS;
    }

    /** The step whose code this is: now, the one before, or the one after, where clocks differ a little. */
    static OptionalLong matching(String key, String code, Instant now) {
        byte[] typed = code.getBytes(StandardCharsets.UTF_8);
        long step = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long candidate = step - 1; candidate <= step + 1; candidate++) {
            if (MessageDigest.isEqual(code(key, candidate).getBytes(StandardCharsets.UTF_8), typed)) {
                found = OptionalLong.of(candidate);
            }
        }
        return found;
    }

    static String code(String key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 15;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-1", e);
        }
    }

    private static byte[] bytes(String key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long held = 0;
        int bits = 0;
        for (char c : key.toCharArray()) {
            held = held << 5 | BASE32.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write((int) (held >> bits & 0xff));
            }
        }
        return out.toByteArray();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
