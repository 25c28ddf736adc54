package cn.zhirong.subsidy;

/** Under which version an application is decided that was opened before another one took effect. */
public enum Transition {
    /** The one it was opened under. */
    OPENED("按申请时的规则"),
    /** The one in force on the day of the decision. */
    NEWEST("按审核时的规则");

    private final String label;

    Transition(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
