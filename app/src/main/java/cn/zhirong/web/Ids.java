package cn.zhirong.web;

import java.util.regex.Pattern;

/** Numbers of things as they stand in an address or a form. */
public final class Ids {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private Ids() {}

    /** The number; what cannot be one is not found, exactly as one that nobody has. */
    public static long of(String written) {
        if (!ID.matcher(written).matches()) {
            throw Refusal.notFound();
        }
        return Long.parseLong(written);
    }
}
