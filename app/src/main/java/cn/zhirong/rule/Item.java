package cn.zhirong.rule;

/** A record that a rule pays for, and whether it meets what is asked of it. */
public record Item(FactRecord record, Finding finding) {}
