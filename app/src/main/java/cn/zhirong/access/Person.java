package cn.zhirong.access;

import org.jspecify.annotations.Nullable;

/**
 * An account that acts, in the one tenant it belongs to.
 *
 * @param tenantId that tenant
 * @param accountId its key
 * @param username unique in the tenant
 * @param name as it is shown
 * @param role what it may do
 * @param organisationId the organisation of this tenant it acts for, or null for the bureau's own people
 */
public record Person(
        long tenantId,
        long accountId,
        String username,
        String name,
        Role role,
        @Nullable Long organisationId) {
    /** Whether {@link Action} allows it: for menus and buttons; routes are guarded by {@link Needs}. */
    public boolean may(Action action) {
        return MayI.may(this, action);
    }
}
