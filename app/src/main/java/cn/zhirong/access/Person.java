package cn.zhirong.access;

/**
 * An account that acts, in the one tenant it belongs to.
 *
 * @param tenantId that tenant
 * @param accountId its key
 * @param username unique in the tenant
 * @param name as it is shown
 * @param role what it may do
 */
public record Person(long tenantId, long accountId, String username, String name, Role role) {}
