package cn.zhirong.access;

/**
 * The personal fields of an account were emptied. Told within the transaction, so that whoever keeps words about the person
 * removes them together with it.
 *
 * @param tenantId whose account
 * @param accountId its key
 */
public record AccountErased(long tenantId, long accountId) {}
