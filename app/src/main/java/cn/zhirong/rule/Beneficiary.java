package cn.zhirong.rule;

/** Who is paid. */
public enum Beneficiary {
    ENTERPRISE("企业"),
    BANK("银行"),
    GUARANTOR("担保机构"),
    INSURER("保险机构"),
    VALUER("评估机构"),
    BROKER("证券公司"),
    /** A lower government, such as the city whose firm was listed. */
    GOVERNMENT("下级政府"),
    /** The people who did the work, for whom a share is set apart. */
    TEAM("工作团队");

    private final String label;

    Beneficiary(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
