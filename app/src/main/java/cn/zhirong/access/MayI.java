package cn.zhirong.access;

import org.jspecify.annotations.Nullable;

/** Role × action × object, decided here and nowhere else. */
public final class MayI {
    private MayI() {}

    /** Whether this visitor, or nobody in particular, may do such a thing at all. */
    public static boolean may(@Nullable Person person, Action action) {
        return action.isOpen() || person != null && action.allows(person.role());
    }

    /**
     * Whether the person may do it with an object of this organisation: those who act for an organisation only with their own, the
     * bureau's people with all of their bureau.
     */
    public static boolean may(Person person, Action action, long organisationId) {
        if (!may(person, action)) {
            return false;
        }
        Long own = person.organisationId();
        return person.role().organisation() == null || own != null && own == organisationId;
    }
}
