package cn.zhirong.policy;

/** Words that lead somewhere. */
public record PageLink(String text, String href) {}
