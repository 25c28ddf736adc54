package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.MayI;
import cn.zhirong.access.Person;
import cn.zhirong.access.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request.
 *
 * @param person the account signed in to the tenant of the address, or null
 * @param mark the random mark in this browser's cookie, which keeps its conversations together; empty before the first question
 * @param display the accessibility settings chosen
 */
public record Visitor(@Nullable Person person, String mark, Display display) {
    /** The name of the request attribute that holds it. */
    static final String ATTRIBUTE = "zhirong.visitor";

    /** The person signed in; otherwise a refusal that leads to signing in. */
    public Person signedIn() {
        if (person == null) {
            throw Refusal.signInFirst();
        }
        return person;
    }

    /** Whether this visitor may do such a thing at all: for menus and buttons; routes are guarded before they run. */
    public boolean may(Action action) {
        return MayI.may(person, action);
    }

    /** What stands in the database for the mark: never the mark itself. */
    public String markDigest() {
        return Secrets.digest(mark);
    }
}
