/**
 * The policy library of a tenant: documents with versions and dates, their import, correction, publication and reading.
 *
 * <p>Begin with {@link cn.zhirong.policy.Term}
 * (validity computed for a day). How a file becomes provisions is in {@code document}; how they are found again in
 * {@code knowledge}.
 */
@NullMarked
package cn.zhirong.policy;

import org.jspecify.annotations.NullMarked;
