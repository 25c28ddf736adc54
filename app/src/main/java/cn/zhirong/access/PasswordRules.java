package cn.zhirong.access;

import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What a bureau takes for a password. A refusal says what to change and never repeats the password. */
@Singleton
class PasswordRules {
    static final int LEAST = 8;
    static final int MOST = 256;

    private final SignInPolicies policies;

    PasswordRules(SignInPolicies policies) {
        this.policies = policies;
    }

    /**
     * Looks at a new password.
     *
     * @throws IllegalArgumentException with a Chinese message if it is not taken
     */
    void check(Tenant tenant, String username, String password) {
        if (password.length() > PasswordHashes.LONGEST_BYTES) {
            throw new IllegalArgumentException("密码不超过 " + MOST + " 个字符。");
        }
        String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
        int characters = normal.codePointCount(0, normal.length());
        if (characters < LEAST
                || characters > MOST
                || PasswordHashes.bytes(normal).length > PasswordHashes.LONGEST_BYTES) {
            throw new IllegalArgumentException(
                    "密码须为 " + LEAST + " 至 " + MOST + " 个字符，现在是 " + characters + " 个；可以用一句话，空格也算。");
        }
        if (normal.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("密码不能含有控制字符，请重新输入。");
        }
        if (policies.of(tenant).rules() == SignInPolicy.PasswordProfile.CLASSIFIED && kinds(normal) < 3) {
            throw new IllegalArgumentException("本单位要求密码至少含有大写字母、小写字母、数字、符号中的三类。");
        }
        String lower = normal.toLowerCase(Locale.ROOT);
        if (contextWords(tenant, username).stream().anyMatch(word -> word.length() >= 2 && lower.contains(word))) {
            throw new IllegalArgumentException("密码不能含有用户名、单位名称或系统名称，请换一个。");
        }
        if (CommonPasswords.isCommon(lower)) {
            throw new IllegalArgumentException("这个密码太常见，容易被猜到，请换一个。");
        }
    }

    private static List<String> contextWords(Tenant tenant, String username) {
        String name = tenant.profile().name().toLowerCase(Locale.ROOT);
        // A slug of two or three letters stands in too many words.
        String slug = tenant.slug().length() > 3 ? tenant.slug() : "";
        String person = username.length() > 3 ? username : "";
        return List.of(name, slug, person, "zhirong", "知融");
    }

    private static long kinds(String password) {
        long kinds = 0;
        kinds += password.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
        kinds += password.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
        kinds += password.chars().anyMatch(Character::isDigit) ? 1 : 0;
        kinds += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 1 : 0;
        return kinds;
    }
}
