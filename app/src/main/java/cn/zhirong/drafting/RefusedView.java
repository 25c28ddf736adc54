package cn.zhirong.drafting;

/**
 * What somebody sent and is not kept.
 *
 * @param reason in Chinese
 * @param sent all of it as text, to be copied; a rule where it is one
 */
public record RefusedView(RuleHead head, String reason, String sent) {}
