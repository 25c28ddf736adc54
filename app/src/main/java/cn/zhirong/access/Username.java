package cn.zhirong.access;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The one rule of identity: ASCII letters, digits, dot, underscore and hyphen, in lower case. Nothing else looks like them. */
final class Username {
    /** Stand in the audit for acts that nobody signed in for: a person of this name could not be told from them. */
    private static final Set<String> RESERVED = Set.of("system", "command-line");

    private static final Pattern FORM = Pattern.compile("[a-z0-9._-]{2,64}");

    private Username() {}

    /**
     * The name as it is stored.
     *
     * @throws IllegalArgumentException with a Chinese message if nobody may be called so
     */
    static String chosen(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        if (!isOne(name)) {
            throw new IllegalArgumentException("用户名须为 2 至 64 位字母、数字、点、下划线或连字符。");
        }
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("用户名“" + typed + "”由系统保留，请换一个。");
        }
        return name;
    }

    /** What was typed to sign in, as it would be stored; whether anybody is called so is not said. */
    static String typed(String typed) {
        String bounded = typed.length() > 200 ? typed.substring(0, 200) : typed;
        return bounded.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }
}
