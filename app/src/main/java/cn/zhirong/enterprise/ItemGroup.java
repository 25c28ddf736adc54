package cn.zhirong.enterprise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lists that a firm has, each with what its columns are called there; an empty label means that it has no such column. */
public enum ItemGroup {
    HONOUR("荣誉资质", "证书编号", "名称", "", "授予日期", "有效期至", "", "授予机关", ""),
    PROPERTY("知识产权", "专利号或登记号", "名称", "申请日期", "授权或登记日期", "届满日期", "法律状态", "共有人", ""),
    CREDIT("信用与处罚", "决定文号", "事由", "", "决定日期", "修复或届满日期", "处理状态", "决定机关", "罚款金额");

    private final String label;
    private final List<String> labels;

    ItemGroup(
            String label,
            String number,
            String title,
            String filedOn,
            String beginsOn,
            String endsOn,
            String status,
            String parties,
            String amount) {
        this.label = label;
        this.labels = List.of(number, title, filedOn, beginsOn, endsOn, status, parties, amount);
    }

    /** What a firm's list is called. */
    public String label() {
        return label;
    }

    /** What the columns are called. */
    String label(ItemColumn column) {
        return labels.get(column.ordinal());
    }

    /** Whether it has such a column. */
    boolean has(ItemColumn column) {
        return !label(column).isEmpty();
    }

    /** Its columns, in order. */
    List<ItemColumn> columns() {
        return Arrays.stream(ItemColumn.values()).filter(this::has).toList();
    }

    /** What can be in it. */
    List<ItemKind> kinds() {
        return Arrays.stream(ItemKind.values())
                .filter(kind -> kind.group() == this)
                .toList();
    }

    /** Its part of an address. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ItemGroup> ofPath(String path) {
        return Arrays.stream(values())
                .filter(group -> group.path().equals(path))
                .findFirst();
    }
}
