/**
 * The register of enterprises of a bureau: who they are, what is known of them year by year, what they hold, each fact with its
 * source, day and evidence. Nothing that was known is erased: a newer fact stands before an older one.
 *
 * <p>Begin with {@link cn.zhirong.enterprise.Enterprises} (the verbs), {@link cn.zhirong.enterprise.Profile} (what is known of one
 * firm) and {@link cn.zhirong.enterprise.FactField} (what can be known). A firm that registers itself is an organisation of
 * {@code people}; it is the same firm when it has the same credit code and was verified. Rules are not evaluated here.
 */
@NullMarked
package cn.zhirong.enterprise;

import org.jspecify.annotations.NullMarked;
