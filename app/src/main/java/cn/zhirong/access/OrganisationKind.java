package cn.zhirong.access;

/** What kind of organisation an account can act for. */
public enum OrganisationKind {
    ENTERPRISE("企业"),
    BANK("银行"),
    GUARANTOR("担保机构"),
    INSURER("保险机构"),
    VALUER("评估机构"),
    SERVICE("服务机构"),
    FINANCE("财政局"),
    CUSTODIAN("托管运营机构");

    private final String label;

    OrganisationKind(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }
}
