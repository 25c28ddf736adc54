package cn.zhirong.drafting;

import cn.zhirong.rule.Evaluation;

/** What comes of a rule for a firm, in a word. */
public enum TrialClass {
    GRANTED('G', "可得补贴"),
    /** It is eligible, and a cap or what it was paid before leaves nothing. */
    NOTHING('Z', "符合条件，金额为零"),
    /** It is eligible, and a figure is missing for the amount. */
    AMOUNT_OPEN('A', "符合条件，金额待定"),
    OFFICER('O', "待经办判断"),
    UNKNOWN('U', "待补充信息"),
    NOT_MET('N', "不符合条件");

    private final char code;
    private final String label;

    TrialClass(char code, String label) {
        this.code = code;
        this.label = label;
    }

    /** How it is kept; never changed. */
    char code() {
        return code;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    /** Whether it may still turn out either way. */
    boolean isOpen() {
        return this == AMOUNT_OPEN || this == OFFICER || this == UNKNOWN;
    }

    static TrialClass of(Evaluation evaluation) {
        return switch (evaluation.verdict()) {
            case NOT_MET -> NOT_MET;
            case UNKNOWN -> UNKNOWN;
            case OFFICER -> OFFICER;
            case MET ->
                evaluation
                        .payable()
                        .map(money -> money.fen() > 0 ? GRANTED : NOTHING)
                        .orElse(AMOUNT_OPEN);
        };
    }
}
