package cn.zhirong.access;

import org.jspecify.annotations.Nullable;

/**
 * What the audit is told, besides for which tenant. Begin with {@link #by} and add what is known:
 *
 * <pre>audit.record(tenant, AuditedChange.by(person.username(), "account.role", id).from(before).to(after));</pre>
 *
 * @param actor user name, or {@code system} and {@code command-line} where nobody signed in
 * @param action a dotted word such as {@code policy.release}
 * @param object what was changed, by its id
 * @param detail what matters later
 * @param before the part of the object that changed, as it was: a string is taken as it is, anything else is written as JSON
 * @param after the same part, as it is now
 * @param decision what it rests on, such as an approval by its number
 */
public record AuditedChange(
        String actor,
        String action,
        String object,
        String detail,
        @Nullable Object before,
        @Nullable Object after,
        @Nullable String decision) {

    /** Who did what to which object. */
    public static AuditedChange by(String actor, String action, String object) {
        return new AuditedChange(actor, action, object, "", null, null, null);
    }

    /** With words that matter later. */
    public AuditedChange with(String words) {
        return new AuditedChange(actor, action, object, words, before, after, decision);
    }

    /** With what was changed, as it was. */
    public AuditedChange from(Object state) {
        return new AuditedChange(actor, action, object, detail, state, after, decision);
    }

    /** With what was changed, as it is now. */
    public AuditedChange to(Object state) {
        return new AuditedChange(actor, action, object, detail, before, state, decision);
    }

    /** With the decision it rests on. */
    public AuditedChange because(String ground) {
        return new AuditedChange(actor, action, object, detail, before, after, ground);
    }
}
