/**
 * Rules that run: what a clause grants, to whom, how much and why. Pure: no database, no server, no clock; whole numbers only.
 *
 * <p>Begin with {@link cn.zhirong.rule.Rule} (what a bureau wrote, read by {@link cn.zhirong.rule.RuleYaml}) and
 * {@link cn.zhirong.rule.RuleEvaluator} (a rule in a {@link cn.zhirong.rule.Situation} becomes an
 * {@link cn.zhirong.rule.Evaluation}). A situation is what is known of a firm ({@link cn.zhirong.rule.Facts}, each with its source
 * and day), the day asked, dated parameters and what was already paid. A rule asks with {@link cn.zhirong.rule.Criterion}s, each
 * {@link cn.zhirong.rule.Verdict} one of four, and computes with {@link cn.zhirong.rule.Formula}s.
 *
 * <p>An evaluation explains itself: {@link cn.zhirong.rule.Trace} is the tree of what was asked, of which fact, by which clause,
 * with which result; its bytes are the same wherever it is asked for, and it reads as sentences.
 * {@link cn.zhirong.rule.WaysIn} finds the smallest change that turns a no into a yes, {@link cn.zhirong.rule.Questions} what to
 * ask next, {@link cn.zhirong.rule.Settlement} what several rules leave of each other and {@link cn.zhirong.rule.Rationing} what
 * a budget leaves of all, {@link cn.zhirong.rule.RuleLinter} what is wrong with a rule before anybody applies.
 *
 * <p>To add a kind of criterion or formula: a record in {@code Criterion} or {@code Formula}; the compiler then names every
 * switch that must know it (evaluation, words, reading, writing, walking).
 *
 * <p>What a policy's state is, where facts come from and who may publish a rule belong to other packages.
 */
@NullMarked
package cn.zhirong.rule;

import org.jspecify.annotations.NullMarked;
