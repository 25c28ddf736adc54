package cn.zhirong.policy;

/**
 * A policy in a list, by the version that counts on the day asked.
 *
 * @param version that version
 * @param validity on that day
 */
public record PolicySummary(PolicyVersion version, Validity validity) {}
