package cn.zhirong.rule;

/** What kind of value a fact has. */
public enum FactType {
    /** An amount in fen. */
    MONEY("金额"),
    /** A share or an interest rate in millionths. */
    RATE("比例"),
    /** A whole number. */
    COUNT("数量"),
    /** Yes or no. */
    FLAG("是否"),
    /** A day. */
    DATE("日期"),
    /** One of several words. */
    CODE("类别"),
    /** Any of several words. */
    CODES("多项类别"),
    /** A list of things with fields of their own, such as loans. */
    RECORDS("清单");

    private final String label;

    FactType(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
