package cn.zhirong.tenant;

/**
 * Told after a change of a tenant was committed.
 *
 * @param slug whose
 */
public record TenantChanged(String slug) {}
