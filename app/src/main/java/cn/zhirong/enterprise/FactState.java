package cn.zhirong.enterprise;

/** What became of a fact or an entry; no row is ever taken away. */
public enum FactState {
    /** The bureau entered, imported or verified it. */
    STANDS("有效"),
    /** Declared; an officer has not answered. It is known, as long as the bureau knows nothing itself. */
    WAITS("待核实"),
    /** Declared and found right: a verified copy stands. */
    ACCEPTED("已采纳"),
    /** Declared and not taken, for a reason. */
    REFUSED("未采纳"),
    /** Another one was put in its place before it was answered, or an entry was corrected. */
    REPLACED("已被替换"),
    /** An entry that holds no more, for a reason. */
    CLOSED("已撤销");

    private final String label;

    FactState(String label) {
        this.label = label;
    }

    /** The word a reader sees. */
    public String label() {
        return label;
    }

    /** Whether it can count for anything now. */
    boolean isCurrent() {
        return this == STANDS || this == WAITS;
    }
}
