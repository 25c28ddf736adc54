package cn.zhirong.rule;

/** How two whole numbers are compared. */
public enum Comparison {
    AT_LEAST("不低于", "不少于"),
    MORE_THAN("高于", "多于"),
    AT_MOST("不高于", "不多于"),
    LESS_THAN("低于", "少于"),
    EQUAL("等于", "等于"),
    NOT_EQUAL("不等于", "不等于");

    private final String words;
    private final String countWords;

    Comparison(String words, String countWords) {
        this.words = words;
        this.countWords = countWords;
    }

    /** In Chinese. */
    String words(Kind kind) {
        return kind == Kind.COUNT ? countWords : words;
    }

    boolean holds(long left, long right) {
        return switch (this) {
            case AT_LEAST -> left >= right;
            case MORE_THAN -> left > right;
            case AT_MOST -> left <= right;
            case LESS_THAN -> left < right;
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
        };
    }

    /** Of a left side somewhere in least..most. */
    Verdict judge(long least, long most, long right) {
        boolean always = switch (this) {
            case AT_LEAST, MORE_THAN -> holds(least, right);
            case AT_MOST, LESS_THAN -> holds(most, right);
            case EQUAL -> least == right && most == right;
            case NOT_EQUAL -> right < least || right > most;
        };
        boolean sometimes = switch (this) {
            case AT_LEAST, MORE_THAN -> holds(most, right);
            case AT_MOST, LESS_THAN -> holds(least, right);
            case EQUAL -> least <= right && right <= most;
            case NOT_EQUAL -> least != right || most != right;
        };
        return always ? Verdict.MET : sometimes ? Verdict.UNKNOWN : Verdict.NOT_MET;
    }
}
