package cn.zhirong.enterprise;

import static cn.zhirong.enterprise.FactType.CHOICE;
import static cn.zhirong.enterprise.FactType.COUNT;
import static cn.zhirong.enterprise.FactType.DATE;
import static cn.zhirong.enterprise.FactType.FLAG;
import static cn.zhirong.enterprise.FactType.INDUSTRY;
import static cn.zhirong.enterprise.FactType.MONEY;
import static cn.zhirong.enterprise.FactType.RATE;
import static cn.zhirong.enterprise.FactType.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that can be known of a firm as a single value. The key is stable: tables, files and rules name the field by it. Lists (honours,
 * property, penalties) are {@link ItemKind}.
 */
public enum FactField {
    NAME("name", "企业名称", TEXT, "", 2, 100),
    ADDRESS("address", "注册地址", TEXT, "", 2, 200),
    ZONE("zone", "所在区域", TEXT, "", 1, 60),
    FOUNDED_ON("founded-on", "成立日期", DATE, "", 0, 0),
    INDUSTRY_CODE("industry", "行业代码", INDUSTRY, "", 2, 5),
    REGISTERED_CAPITAL("registered-capital", "注册资本", MONEY, "万元", 0, FactField.TRILLION),
    DISHONEST("credit.dishonest", "失信被执行人", FLAG, "", 0, 1),
    ABNORMAL("credit.abnormal", "列入经营异常名录", FLAG, "", 0, 1),

    REVENUE("annual.revenue", "营业收入", MONEY, "万元", 0, FactField.TRILLION),
    ASSETS("annual.assets", "资产总额", MONEY, "万元", 0, FactField.TRILLION),
    NET_ASSETS("annual.net-assets", "净资产", MONEY, "万元", -FactField.TRILLION, FactField.TRILLION),
    NET_PROFIT("annual.net-profit", "净利润", MONEY, "万元", -FactField.TRILLION, FactField.TRILLION),
    TAX("annual.tax", "实缴税费", MONEY, "万元", 0, FactField.TRILLION),
    STAFF("annual.staff", "从业人员", COUNT, "人", 0, FactField.PEOPLE),
    RESEARCH_STAFF("annual.research-staff", "研发人员", COUNT, "人", 0, FactField.PEOPLE),
    RESEARCH_SPENDING("annual.research-spending", "研发费用", MONEY, "万元", 0, FactField.TRILLION),
    TAX_RATING("annual.tax-rating", "纳税信用等级", CHOICE, "", 1, 1, "A", "B", "M", "C", "D"),

    /** Computed: 研发费用 ÷ 营业收入, rounded half up to millionths. */
    RESEARCH_SHARE("annual.research-share", "研发费用占营业收入", RATE, "%", 0, FactField.MOST_SHARE),
    /** Computed: 研发人员 ÷ 从业人员, rounded half up to millionths. */
    RESEARCH_STAFF_SHARE("annual.research-staff-share", "研发人员占从业人员", RATE, "%", 0, FactField.MOST_SHARE),
    /** Computed by {@link Sizing}, from the newest year that has any of its figures. */
    SIZE("size", "企业规模", CHOICE, "", 2, 2, "大型", "中型", "小型", "微型");

    /** A trillion yuan in fen: no firm of a city is larger. */
    static final long TRILLION = 100_000_000_000_000L;

    /** A million times the whole, in millionths: beyond that one of the two figures is wrong. */
    static final long MOST_SHARE = 1_000_000_000_000L;

    private static final long PEOPLE = 10_000_000;

    private final String key;
    private final String label;
    private final FactType type;
    private final String unit;
    private final long least;
    private final long most;
    private final List<String> choices;

    FactField(String key, String label, FactType type, String unit, long least, long most, String... choices) {
        this.key = key;
        this.label = label;
        this.type = type;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.choices = List.of(choices);
    }

    /** The stable name. */
    public String key() {
        return key;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    /** How its value is kept: fen, persons, millionths, words or a day. */
    public FactType type() {
        return type;
    }

    /** In which it is typed and shown; empty where there is none. */
    public String unit() {
        return unit;
    }

    /** The least value (fen, persons), or the fewest characters. */
    public long least() {
        return least;
    }

    /** The largest value (fen, persons), or the most characters. */
    public long most() {
        return most;
    }

    /** What can be chosen, where it is a choice. */
    public List<String> choices() {
        return choices;
    }

    /** Whether there is one of it for each year. */
    public boolean isYearly() {
        return key.startsWith("annual.");
    }

    /** Whether it follows from others and is never entered. */
    public boolean isComputed() {
        return this == RESEARCH_SHARE || this == RESEARCH_STAFF_SHARE || this == SIZE;
    }

    /** The label with its unit, as columns and forms name it. */
    public String heading() {
        return unit.isEmpty() ? label : label + "（" + unit + "）";
    }

    /** Those that are entered, once or by the year. */
    public static List<FactField> entered(boolean yearly) {
        return Arrays.stream(values())
                .filter(field -> field.isYearly() == yearly && !field.isComputed())
                .toList();
    }

    /** By its stable name. */
    public static Optional<FactField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
