package cn.zhirong.enterprise;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lists that a firm has, each with what its columns are called there. */
public enum ItemGroup {
    HONOUR(
            "荣誉资质",
            "没有荣誉资质",
            entry(ItemColumn.NUMBER, "证书编号"),
            entry(ItemColumn.TITLE, "名称"),
            entry(ItemColumn.BEGINS_ON, "授予日期"),
            entry(ItemColumn.ENDS_ON, "有效期至"),
            entry(ItemColumn.PARTIES, "授予机关")),
    PROPERTY(
            "知识产权",
            "没有知识产权",
            entry(ItemColumn.NUMBER, "专利号或登记号"),
            entry(ItemColumn.TITLE, "名称"),
            entry(ItemColumn.FILED_ON, "申请日期"),
            entry(ItemColumn.BEGINS_ON, "授权或登记日期"),
            entry(ItemColumn.ENDS_ON, "届满日期"),
            entry(ItemColumn.STATUS, "法律状态"),
            entry(ItemColumn.PARTIES, "共有人")),
    CREDIT(
            "信用与处罚",
            "没有信用与处罚记录",
            entry(ItemColumn.NUMBER, "决定文号"),
            entry(ItemColumn.TITLE, "事由"),
            entry(ItemColumn.BEGINS_ON, "决定日期"),
            entry(ItemColumn.ENDS_ON, "修复或届满日期"),
            entry(ItemColumn.STATUS, "处理状态"),
            entry(ItemColumn.PARTIES, "决定机关"),
            entry(ItemColumn.AMOUNT, "罚款金额")),
    LOAN(
            "贷款",
            "没有贷款",
            entry(ItemColumn.NUMBER, "借款合同编号"),
            entry(ItemColumn.PARTIES, "贷款银行"),
            entry(ItemColumn.AMOUNT, "贷款金额"),
            entry(ItemColumn.INTEREST, "实付利息"),
            entry(ItemColumn.RATE, "实际年利率"),
            entry(ItemColumn.BEGINS_ON, "放款日期"),
            entry(ItemColumn.ENDS_ON, "到期日期"),
            entry(ItemColumn.STATUS, "还款情况"),
            entry(ItemColumn.PLEDGE, "质押种类"),
            entry(ItemColumn.TITLE, "质押物"),
            entry(ItemColumn.IP_AMOUNT, "知识产权部分的金额"),
            entry(ItemColumn.FILED_ON, "合同签订日期"),
            entry(ItemColumn.REGISTERED_ON, "质押登记日期"),
            entry(ItemColumn.SETTLED_ON, "结清日期"),
            entry(ItemColumn.SECOND_PARTY, "担保机构"),
            entry(ItemColumn.SUBSIDISED, "取得过其他财政贴息")),
    FEE(
            "费用发票",
            "没有费用发票",
            entry(ItemColumn.NUMBER, "发票号码"),
            entry(ItemColumn.AMOUNT, "价税合计"),
            entry(ItemColumn.RATE, "税率"),
            entry(ItemColumn.BEGINS_ON, "开票日期"),
            entry(ItemColumn.PARTIES, "收款机构"),
            entry(ItemColumn.SECOND_PARTY, "付款单位"),
            entry(ItemColumn.BELONGS_TO, "对应的合同或产品编号")),
    EVENT(
            "上市与融资",
            "没有上市与融资事项",
            entry(ItemColumn.NUMBER, "文号或产品编号"),
            entry(ItemColumn.TITLE, "板块或产品名称"),
            entry(ItemColumn.BEGINS_ON, "发生日期"),
            entry(ItemColumn.AMOUNT, "募集或发行金额"),
            entry(ItemColumn.INTEREST, "实际融资成本"),
            entry(ItemColumn.PARTIES, "办理机构"));

    /** What the pledge of a loan can consist of. */
    static final List<String> PLEDGES = List.of("专利", "商标", "著作权", "数据知识产权", "其他知识产权", "其他财产");

    /** In the place of what was pledged for a loan. */
    public static final String NO_PLEDGE = "无";

    /** How a loan is paid back that is not on time. */
    public static final String OVERDUE = "有逾期";

    static final String SETTLED = "已结清";
    static final String ON_TIME = "正常";

    private static final int SHOWN_APART = 6;

    private final String label;
    private final String nothing;
    private final Map<ItemColumn, String> labels = new EnumMap<>(ItemColumn.class);
    private final List<ItemColumn> columns;

    @SafeVarargs
    @SuppressWarnings("varargs")
    ItemGroup(String label, String nothing, Map.Entry<ItemColumn, String>... columns) {
        this.label = label;
        this.nothing = nothing;
        this.columns = Arrays.stream(columns).map(Map.Entry::getKey).toList();
        for (Map.Entry<ItemColumn, String> column : columns) {
            labels.put(column.getKey(), column.getValue());
        }
    }

    /** What a firm's list is called. */
    public String label() {
        return label;
    }

    /** What the entry is called that says that a firm has none. */
    String nothing() {
        return nothing;
    }

    /** What the columns are called; empty where it has no such column. */
    String label(ItemColumn column) {
        return labels.getOrDefault(column, "");
    }

    /** The same with the unit, as tables name it. */
    String heading(ItemColumn column) {
        return column.heading(label(column));
    }

    /** Whether it has such a column. */
    boolean has(ItemColumn column) {
        return labels.containsKey(column);
    }

    /** Whether its entries have more than every entry has. */
    boolean hasTerms() {
        return this == LOAN || this == FEE || this == EVENT;
    }

    /** Its columns, in order. */
    List<ItemColumn> columns() {
        return columns;
    }

    /** Those that a page shows each by itself. */
    List<ItemColumn> shownApart() {
        return hasTerms() ? columns.subList(0, Math.min(columns.size(), SHOWN_APART)) : columns;
    }

    /** Those for which a page has no room of their own. */
    List<ItemColumn> shownTogether() {
        return columns.subList(shownApart().size(), columns.size());
    }

    /** The words of which one must stand in a column; empty where any may. */
    List<String> choices(ItemColumn column) {
        if (column != ItemColumn.STATUS) {
            return List.of();
        }
        return switch (this) {
            case LOAN -> List.of(ON_TIME, OVERDUE, SETTLED);
            case PROPERTY -> PropertyStatus.labels();
            case HONOUR, CREDIT, FEE, EVENT -> List.of();
        };
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
