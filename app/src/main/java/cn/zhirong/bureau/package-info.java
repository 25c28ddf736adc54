/**
 * The life of a tenant: opened by the platform, set up by its director, suspended, taken out whole, deleted.
 *
 * <p>Begin with {@link cn.zhirong.bureau.Openings} (the platform creates a bureau), {@link cn.zhirong.bureau.SetUp} (its director
 * changes it), {@link cn.zhirong.bureau.TenantExport} (everything in one folder) and {@link cn.zhirong.bureau.Deletions}. What a
 * bureau is set up to be is kept by {@code tenant}; here are the pages, the checks and the record of it.
 */
@NullMarked
package cn.zhirong.bureau;

import org.jspecify.annotations.NullMarked;
