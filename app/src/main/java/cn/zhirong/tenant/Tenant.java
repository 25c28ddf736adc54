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

    /** Its part of every address. */
    public String slug() {
        return profile.slug();
    }
}
