/**
 * The pages of the audit: search, one entry with what was before and after, export, verification.
 *
 * <p>Begin with {@link cn.zhirong.audit.AuditDesk}. How entries are written, chained and kept is in
 * {@link cn.zhirong.access.Audit}.
 */
@NullMarked
package cn.zhirong.audit;

import org.jspecify.annotations.NullMarked;
