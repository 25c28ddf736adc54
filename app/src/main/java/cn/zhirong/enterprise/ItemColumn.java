package cn.zhirong.enterprise;

/** The columns of entries, in the order of {@link ItemGroup}'s labels; the name is that of the form's field. */
enum ItemColumn {
    NUMBER("number"),
    TITLE("title"),
    FILED_ON("filedOn"),
    BEGINS_ON("beginsOn"),
    ENDS_ON("endsOn"),
    STATUS("status"),
    PARTIES("parties"),
    AMOUNT("amount");

    private final String field;

    ItemColumn(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    boolean isDay() {
        return this == FILED_ON || this == BEGINS_ON || this == ENDS_ON;
    }
}
