package cn.zhirong.rule;

/** A value that is known, and why it is believed. */
public record Fact(Value value, Provenance provenance) {}
