package cn.zhirong.rule;

import cn.zhirong.kernel.DateRange;

/**
 * The text a rule rests on.
 *
 * @param policy the policy's short name, as in its address
 * @param title as people know it, without brackets
 * @param version the version's own name, a document number or a year
 * @param draftForComment 征求意见稿: such a version never yields an amount
 * @param effective the days on which the rule is asked
 */
public record Basis(String policy, String title, String version, boolean draftForComment, DateRange effective) {}
