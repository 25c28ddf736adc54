package cn.zhirong.policy;

/** A line of a summary; an empty value is left out or shown as missing. */
public record PageFact(String key, String value) {}
