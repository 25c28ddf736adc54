package cn.zhirong.enterprise;

import java.util.Locale;

/** The columns of entries; the name is that of the form's field. What they are called in a list is told by {@link ItemGroup}. */
enum ItemColumn {
    NUMBER("number", Type.LINE, 100),
    TITLE("title", Type.LINE, 200),
    FILED_ON("filedOn", Type.DAY, 0),
    BEGINS_ON("beginsOn", Type.DAY, 0),
    ENDS_ON("endsOn", Type.DAY, 0),
    STATUS("status", Type.LINE, 40),
    PARTIES("parties", Type.LINE, 300),
    AMOUNT("amount", Type.MONEY, 0),
    IP_AMOUNT("ipAmount", Type.MONEY, 0),
    INTEREST("interest", Type.MONEY, 0),
    RATE("rate", Type.RATE, 0),
    PLEDGE("pledge", Type.LINE, 100),
    REGISTERED_ON("registeredOn", Type.DAY, 0),
    SETTLED_ON("settledOn", Type.DAY, 0),
    SECOND_PARTY("secondParty", Type.LINE, 200),
    BELONGS_TO("belongsTo", Type.LINE, 100),
    SUBSIDISED("subsidised", Type.FLAG, 0);

    private final String field;
    private final Type type;
    private final int longest;

    ItemColumn(String field, Type type, int longest) {
        this.field = field;
        this.type = type;
        this.longest = longest;
    }

    /** How what stands in it is kept and typed. */
    enum Type {
        /** Words on one line. */
        LINE,
        /** A day in Asia/Shanghai. */
        DAY,
        /** Fen; typed in 万元. */
        MONEY,
        /** Millionths; typed in per cent. */
        RATE,
        /** 是 or 否. */
        FLAG
    }

    String field() {
        return field;
    }

    Type type() {
        return type;
    }

    /** The most characters of a line. */
    int longest() {
        return longest;
    }

    boolean isNumber() {
        return type == Type.MONEY || type == Type.RATE;
    }

    /** In which it is typed; empty where there is none. */
    String unit() {
        return switch (type) {
            case MONEY -> "万元";
            case RATE -> "%";
            case LINE, DAY, FLAG -> "";
        };
    }

    /** A label with the unit, as columns of tables name it. */
    String heading(String label) {
        return unit().isEmpty() ? label : label + "（" + unit() + "）";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
