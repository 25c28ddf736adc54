/**
 * Subsidies of a bureau: what one can apply for, which rule decides it on a day, and what it comes to for a firm.
 *
 * <p>Begin with {@link cn.zhirong.subsidy.Programme} (what people read), {@link cn.zhirong.subsidy.RuleVersion} (the rule with
 * the days it holds), {@link cn.zhirong.subsidy.Programmes} (which of them hold on a day) and
 * {@link cn.zhirong.subsidy.Calculator} (facts in, a {@link cn.zhirong.subsidy.Calculation} out). The calculator's pages, the
 * API, the assistant and the reviewer's sheet all ask the calculator and show the same traces.
 *
 * <p>{@link cn.zhirong.subsidy.EnterpriseFacts} turns the register into facts, {@link cn.zhirong.subsidy.FactFields} asks people
 * for them, {@link cn.zhirong.subsidy.FactsJson} writes them down. How rules are written is {@code drafting}, how money is
 * applied for and paid is {@code application}.
 */
@NullMarked
package cn.zhirong.subsidy;

import org.jspecify.annotations.NullMarked;
