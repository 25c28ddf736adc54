package cn.zhirong.access;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals personal fields before they reach the database, and opens them again. Each is bound to its tenant and column: copied
 * into another row of the same column it still opens, into another column or tenant it does not. The algorithm stands in front,
 * so that another one can follow beside it.
 */
@Singleton
public class PersonalFields {
    private static final String TAG = "aes256gcm:";
    private static final int NONCE = 12;

    private final PersonalKey key;
    private final SecureRandom random = new SecureRandom();

    PersonalFields(PersonalKey key) {
        this.key = key;
    }

    /**
     * The text as it is stored: ASCII, of 10 + 4/3 (28 + its UTF-8 bytes) characters; the same text never looks the same twice.
     *
     * @param column table and column, such as {@code account.contact_email}
     */
    public String seal(long tenantId, String column, String text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, tenantId, column, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(NONCE + hidden.length)
                .put(nonce)
                .put(hidden)
                .array();
        return TAG + Base64.getEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * The text that was sealed.
     *
     * @throws IllegalStateException if it was changed, moved to another tenant or column, or sealed with another key
     */
    public String open(long tenantId, String column, String sealed) {
        if (!isSealed(sealed)) {
            throw new IllegalStateException("a sealed field of " + column + " names no algorithm that is known");
        }
        byte[] all = Base64.getDecoder().decode(sealed.substring(TAG.length()));
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        byte[] hidden = java.util.Arrays.copyOfRange(all, NONCE, all.length);
        return new String(run(Cipher.DECRYPT_MODE, tenantId, column, nonce, hidden), StandardCharsets.UTF_8);
    }

    /** Whether this was made by {@link #seal}. */
    public static boolean isSealed(String stored) {
        return stored.startsWith(TAG);
    }

    private byte[] run(int mode, long tenantId, String column, byte[] nonce, byte[] in) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.key(), new GCMParameterSpec(128, nonce));
            cipher.updateAAD((tenantId + ":" + column).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(in);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field of " + column + " cannot be sealed or opened", e);
        }
    }
}
