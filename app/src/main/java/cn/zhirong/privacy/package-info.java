/**
 * What is kept about people: the notice that says so, their consents, what is held on oneself as a page and a file, and
 * requests for deletion with their clock.
 *
 * <p>Begin with {@link cn.zhirong.privacy.DeletionRequests} (the verbs) and {@link cn.zhirong.privacy.Consents}. How an account
 * is emptied is in {@link cn.zhirong.access.Erasure}.
 */
@NullMarked
package cn.zhirong.privacy;

import org.jspecify.annotations.NullMarked;
