package cn.zhirong.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in an audit; empty words and null days ask nothing.
 *
 * @param actor a user name
 * @param action a dotted word, or its first part with a dot at the end, such as {@code policy.}
 * @param object an id
 * @param from the first day, in Shanghai
 * @param until the last day, in Shanghai
 * @param words to be found in detail, object, states or decision
 */
public record AuditQuery(
        String actor,
        String action,
        String object,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String words) {
    /** Everything. */
    public static final AuditQuery ALL = new AuditQuery("", "", "", null, null, "");
}
