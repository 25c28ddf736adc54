/**
 * Who shares the installation: one tenant per bureau, and the shared shelf that all may read.
 *
 * <p>Begin with {@link cn.zhirong.tenant.Tenants} (find, create) and {@link cn.zhirong.tenant.TenantProfile} (what a bureau
 * may configure). A tenant comes from the address of a request and from nowhere else.
 */
@NullMarked
package cn.zhirong.tenant;

import org.jspecify.annotations.NullMarked;
