package cn.zhirong.enterprise;

/** From where something is known. */
public enum FactSource {
    /** The firm said so; nobody has looked. */
    DECLARED("企业申报"),
    /** An officer has seen the evidence. */
    VERIFIED("已核实"),
    /** It came in a table of another office. */
    IMPORTED("批量导入");

    private final String label;

    FactSource(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }
}
