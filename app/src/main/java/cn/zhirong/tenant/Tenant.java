package cn.zhirong.tenant;

/**
 * One bureau, or the shared shelf.
 *
 * @param id its key in every table
 * @param profile how it presents itself
 * @param demonstration whether what it holds was loaded for demonstration
 */
public record Tenant(long id, TenantProfile profile, boolean demonstration) {
    /** The slug of the shelf that every tenant may read and no address names. */
    public static final String SHARED = "shared";

    /** The slug of the place where platform operators create bureaus: it has accounts and an audit, and no business data. */
    public static final String PLATFORM = "platform";

    /** Whether it is the platform's own place and no bureau. */
    public boolean isPlatform() {
        return slug().equals(PLATFORM);
    }

    /** Its part of every address. */
    public String slug() {
        return profile.slug();
    }
}
