/**
 * Who acts: accounts of a tenant, the secrets that stand for them, and the record of what was done.
 *
 * <p>Begin with {@link cn.zhirong.access.Accounts} (who there is) and {@link cn.zhirong.access.SignIn} (the ways in). There is no
 * default password: the first way in is a link that works once and sets one. One table decides what each {@link cn.zhirong.access.Role} may do:
 * {@link cn.zhirong.access.Action}.
 */
@NullMarked
package cn.zhirong.access;

import org.jspecify.annotations.NullMarked;
