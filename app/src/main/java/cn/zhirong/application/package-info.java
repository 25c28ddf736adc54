/**
 * The way of an application: opened by a firm or found by the bureau (免申即享), handed in, accepted, reviewed twice, decided by a
 * meeting, made public, paid, and taken back where that must be.
 *
 * <p>Begin with {@link cn.zhirong.application.State} and {@link cn.zhirong.application.Step}, the one table of what can follow what;
 * {@link cn.zhirong.application.Way} takes a step: it changes the row under its revision, adds an event for the timeline, sets the
 * clock, tells whoever has to act, and audits, in one transaction. {@link cn.zhirong.application.Whole} marks such transactions: they
 * are done again where they collide with others. {@link cn.zhirong.application.Sheet} is what a reviewer decides
 * on: the engine's evaluation with what officers judged, whose trace is stored with the decision. {@link
 * cn.zhirong.application.Budgets} reserves money by one conditional statement, so that nothing is overdrawn whatever happens at once.
 *
 * <p>It evaluates nothing itself: what is granted is {@code subsidy} and {@code rule}.
 */
@NullMarked
package cn.zhirong.application;

import org.jspecify.annotations.NullMarked;
