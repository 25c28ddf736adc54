package cn.zhirong.enterprise;

/** Whether something of a firm holds on a day, as far as the register knows. */
public enum Holding {
    /** It is known to hold. */
    YES,
    /** It is known not to: not yet, not any more, or never. */
    NO,
    /** The register does not say. */
    UNKNOWN
}
