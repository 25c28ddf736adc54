package cn.zhirong.drafting;

/** What a draft changes for a firm against the version in force. */
public enum TrialChange {
    NEW("新得到"),
    MORE("比现行多"),
    SAME("与现行相同"),
    LESS("比现行少"),
    LOST("不再得到"),
    /** It gets something now, and whether it would under the draft is not known. */
    OPEN("现行可得，新规则待定"),
    /** Nothing either way. */
    NONE("两边都没有");

    private final String label;

    TrialChange(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    static TrialChange of(TrialClass after, long afterFen, long beforeFen) {
        if (beforeFen == 0) {
            return afterFen > 0 ? NEW : NONE;
        }
        if (afterFen == 0) {
            return after.isOpen() ? OPEN : LOST;
        }
        return afterFen > beforeFen ? MORE : afterFen == beforeFen ? SAME : LESS;
    }
}
