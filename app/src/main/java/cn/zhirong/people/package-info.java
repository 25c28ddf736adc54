/**
 * The people of a bureau and the organisations they act for: invitations, enterprises that register themselves and how they are
 * verified, members of an enterprise.
 *
 * <p>Begin with {@link cn.zhirong.people.Organisations} (the verbs) and the controllers beside it. Accounts themselves live in
 * {@code access}; what a role may do stands in {@link cn.zhirong.access.Action}.
 */
@NullMarked
package cn.zhirong.people;

import org.jspecify.annotations.NullMarked;
