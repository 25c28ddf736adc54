package cn.zhirong.access;

import cn.zhirong.kernel.CreditCode;
import cn.zhirong.tenant.Tenant;

/**
 * An enterprise is who it says. Published in the transaction in which that was decided.
 *
 * @param actor who decided it
 * @param name as it registered itself
 */
public record EnterpriseVerified(Tenant tenant, String actor, CreditCode creditCode, String name) {}
