package cn.zhirong.access;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, by the parameters that OWASP ASVS 5 names (t=2, m=19 MiB, p=1), in the usual encoded form that carries them, so
 * that they can be raised later. They are computed on threads of their own in the order of arrival: virtual threads would keep
 * their carriers from every other page meanwhile. Half of the processors do it, so that the other half is left for the pages of
 * those who are signed in.
 */
@Singleton
class PasswordHashes {
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    static final int WAITING = 200;
    /** Of UTF-8, in the form NFC: what is longer is not hashed. */
    static final int LONGEST_BYTES = 1024;

    private static final Cost COST = new Cost(19 * 1024, 2, 1);
    private static final long PATIENCE_SECONDS = 20;
    private static final int LENGTH = 32;
    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor workers;
    /** What nobody's password matches: checking it takes as long as checking somebody's. */
    private final String nobodys;

    PasswordHashes() {
        workers = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
        workers.allowCoreThreadTimeOut(true);
        nobodys = encode(COST, fresh(16), fresh(LENGTH));
    }

    /** The parameters of one hash. */
    record Cost(int kibibytes, int passes, int lanes) {}

    /**
     * The encoded hash of a password.
     *
     * @throws SignInBusy if too many wait
     */
    String hash(String password) {
        byte[] bytes = bytes(password);
        byte[] salt = fresh(16);
        return queued(() -> encode(COST, salt, compute(COST, salt, bytes, LENGTH)));
    }

    /**
     * Whether this is the password; a hash that is not there costs the same and never matches.
     *
     * @throws SignInBusy if too many wait
     */
    boolean matches(@org.jspecify.annotations.Nullable String encoded, String password) {
        byte[] bytes = bytes(password);
        boolean checkable = bytes.length <= LONGEST_BYTES;
        Matcher parts = ENCODED.matcher(encoded == null ? nobodys : encoded);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not one");
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] computed = queued(() -> compute(cost(parts), salt, checkable ? bytes : new byte[0], expected.length));
        return MessageDigest.isEqual(expected, computed) && checkable && encoded != null;
    }

    /** Whether it was made with other parameters than those of today. */
    static boolean isOutdated(String encoded) {
        Matcher parts = ENCODED.matcher(encoded);
        return !parts.matches() || !cost(parts).equals(COST);
    }

    /** The bytes that count: the same characters typed on another system give the same ones. */
    static byte[] bytes(String password) {
        String bounded = password.length() > LONGEST_BYTES ? password.substring(0, LONGEST_BYTES + 1) : password;
        return Normalizer.normalize(bounded, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T queued(Callable<T> work) {
        Future<T> result;
        try {
            result = workers.submit(work);
        } catch (RejectedExecutionException full) {
            throw new SignInBusy();
        }
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            result.cancel(false);
            throw new SignInBusy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInBusy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        }
    }

    /** Argon2id itself. */
    byte[] compute(Cost cost, byte[] salt, byte[] password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] out = new byte[length];
        generator.generateBytes(password, out);
        return out;
    }

    private static Cost cost(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static String encode(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
