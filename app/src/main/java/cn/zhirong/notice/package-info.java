/**
 * Tells people things: in their inbox on the pages ({@link cn.zhirong.notice.Inbox}), and by letters that leave the house
 * ({@link cn.zhirong.notice.Outbox}, which is what {@link cn.zhirong.access.Letters} means elsewhere).
 *
 * <p>Both are written in the transaction of what causes them, once for each cause. {@link cn.zhirong.notice.LetterSender} sends
 * letters after the commit, through a {@link cn.zhirong.notice.Channel} by what the address looks like. Words come from
 * {@link cn.zhirong.notice.Texts}, with merge fields and never a template language.
 */
@NullMarked
package cn.zhirong.notice;

import org.jspecify.annotations.NullMarked;
