package cn.zhirong.subsidy;

/** Who gets how much when the budget is not enough for all; reckoned by {@code rule.Rationing}. */
public enum RationingWay {
    FIRST_COME("先到先得"),
    PRO_RATA("按比例核减"),
    FIRST_N("限定名额"),
    SCORED("按评分择优");

    private final String label;

    RationingWay(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
