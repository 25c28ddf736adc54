package cn.zhirong.drafting;

import java.util.List;

/** A draft as text, with what is wrong by line. */
public record TextView(RuleHead head, String text, boolean formToo, List<Line> problems) {
    /** Something wrong. */
    public record Line(int line, String words) {}
}
