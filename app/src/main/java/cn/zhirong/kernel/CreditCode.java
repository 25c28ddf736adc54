package cn.zhirong.kernel;

import java.util.Locale;
import java.util.Optional;

/**
 * A 统一社会信用代码 of 18 characters, the last of which checks the others.
 *
 * @param value in capitals
 */
public record CreditCode(String value) {
    // GB 32100-2015 5: digits and capital letters but I, O, S, V and Z, each worth its place; weights are powers of 3
    // modulo 31.
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    public CreditCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no credit code: " + value);
        }
    }

    /** What a person typed, with spaces and small letters forgiven; empty if it is none. */
    public static Optional<CreditCode> typed(String words) {
        String code = words.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return isValid(code) ? Optional.of(new CreditCode(code)) : Optional.empty();
    }

    private static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < LENGTH - 1; at++) {
            int worth = ALPHABET.indexOf(code.charAt(at));
            if (worth < 0) {
                return false;
            }
            sum += worth * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(LENGTH - 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
