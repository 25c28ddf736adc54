package cn.zhirong.subsidy;

/** The life of a rule version. */
public enum RuleState {
    DRAFT("草稿"),
    TESTED("已试算"),
    PUBLISHED("已发布");

    private final String label;

    RuleState(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
