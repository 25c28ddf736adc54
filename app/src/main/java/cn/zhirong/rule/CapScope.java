package cn.zhirong.rule;

/** What a cap holds for. What was already paid counts, but for the first two. In the order in which they are applied. */
public enum CapScope {
    /** Each loan, invoice or event. */
    ITEM("单笔"),
    /** All that is asked for at once. */
    APPLICATION("本次"),
    /** One payee in the year asked. */
    YEAR("当年"),
    /** One payee for ever. */
    LIFETIME("累计"),
    /** One payee in the year asked, under all rules that count towards the group. */
    GROUP_YEAR("当年各项合计"),
    /** One payee for ever, under all rules that count towards the group. */
    GROUP_LIFETIME("各项累计"),
    /** The number of years in which one payee may have it. */
    YEARS("享受年数");

    private final String label;

    CapScope(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }

    boolean ofGroup() {
        return this == GROUP_YEAR || this == GROUP_LIFETIME;
    }
}
