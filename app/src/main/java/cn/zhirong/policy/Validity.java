package cn.zhirong.policy;

/** Whether a version holds on a given day. */
public enum Validity {
    IN_FORCE("现行有效"),
    NOT_YET_IN_FORCE("尚未施行"),
    EXPIRED("已失效"),
    REPEALED("已废止"),
    SUPERSEDED("已被取代"),
    DRAFT_FOR_COMMENT("征求意见"),
    /** News and interpretations: they inform and never bind. */
    INFORMATION("参考信息");

    private final String label;

    Validity(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }

    /** Whether an answer may rest on it. */
    public boolean isCitable() {
        return this == IN_FORCE || this == INFORMATION;
    }
}
