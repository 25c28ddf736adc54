package cn.zhirong.rule;

/** Where a fact comes from. */
public enum Source {
    /** The firm said so. */
    DECLARED("企业填报"),
    /** An officer looked at evidence. */
    VERIFIED("经办核实"),
    /** Another system sent it. */
    IMPORTED("系统导入");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    /** In Chinese. */
    public String label() {
        return label;
    }
}
