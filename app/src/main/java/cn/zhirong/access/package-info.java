/**
 * Who acts: accounts of a tenant, the secrets that stand for them, and the record of what was done.
 *
 * <p>Begin with {@link cn.zhirong.access.Accounts}. There are no passwords yet and so no default one: the way in is a link
 * that works once. One table decides what each {@link cn.zhirong.access.Role} may do:
 * {@link cn.zhirong.access.Action}.
 */
@NullMarked
package cn.zhirong.access;

import org.jspecify.annotations.NullMarked;
