/**
 * Where officers write rules: a form that says the same as the text of {@link cn.zhirong.rule.RuleYaml}, saved cases, checks
 * against the clause, and the way from a draft over a tested version to one that holds from a day.
 *
 * <p>Begin with {@link cn.zhirong.drafting.RuleForm}: what stands in a form by paths such as {@code conditions.0.what}
 * ({@link cn.zhirong.drafting.FormData}), its text, and what is wrong by field. {@code Grammar} is the one table of what a form
 * can say; reading, writing, the page and the workbook follow it.
 *
 * <p>The text is the truth. A form is made from it and turned into it, so that whatever is checked is checked by one reader. What
 * a rule means belongs to {@code rule}; programmes and the versions in force belong to {@code subsidy}.
 */
@NullMarked
package cn.zhirong.drafting;

import org.jspecify.annotations.NullMarked;
