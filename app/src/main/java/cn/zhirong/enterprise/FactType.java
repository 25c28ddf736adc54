package cn.zhirong.enterprise;

/** How the value of a field is kept and typed. */
public enum FactType {
    /** Words. */
    TEXT,
    /** One of a few words. */
    CHOICE,
    /** A code of GB/T 4754, see {@link Industry}. */
    INDUSTRY,
    /** A day in Asia/Shanghai. */
    DATE,
    /** Fen; typed and shown in 万元. */
    MONEY,
    /** A whole number. */
    COUNT,
    /** Millionths; shown in per cent. */
    RATE,
    /** 1 for yes, 0 for no. */
    FLAG;

    /** Whether the value is a number. */
    public boolean isNumber() {
        return this == MONEY || this == COUNT || this == RATE || this == FLAG;
    }
}
