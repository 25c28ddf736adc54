package cn.zhirong.tenant;

import java.time.Instant;
import java.util.Set;

/**
 * One bureau, or the shared shelf.
 *
 * @param id its key in every table
 * @param profile how it presents itself
 * @param demonstration whether what it holds was loaded for demonstration
 * @param standing whether it serves, and what it switched off
 */
public record Tenant(long id, TenantProfile profile, boolean demonstration, Standing standing) {
    /** The slug of the shelf that every tenant may read and no address names. */
    public static final String SHARED = "shared";

    /** The slug of the place where platform operators create bureaus: it has accounts and an audit, and no business data. */
    public static final String PLATFORM = "platform";

    /** A tenant that serves, with everything switched on. */
    public Tenant(long id, TenantProfile profile, boolean demonstration) {
        this(id, profile, demonstration, new Standing(TenantState.ACTIVE, Instant.EPOCH, "", Set.of(), 0));
    }

    /**
     * What may change about a tenant without its profile.
     *
     * @param since when it came into that state
     * @param reason why, or empty
     * @param switchedOff the features that are off
     * @param revision grows with each change of the tenant; whoever changes it names the one they saw
     */
    public record Standing(TenantState state, Instant since, String reason, Set<Feature> switchedOff, int revision) {
        public Standing {
            switchedOff = Set.copyOf(switchedOff);
        }
    }

    /** Whether it is the platform's own place and no bureau. */
    public boolean isPlatform() {
        return slug().equals(PLATFORM);
    }

    /** Whether nothing of it is to be served. */
    public boolean isSuspended() {
        return standing.state() == TenantState.SUSPENDED;
    }

    /** Whether this feature is on. */
    public boolean has(Feature feature) {
        return !standing.switchedOff().contains(feature);
    }

    /** Its part of every address. */
    public String slug() {
        return profile.slug();
    }
}
