package cn.zhirong.enterprise;

import static cn.zhirong.enterprise.ItemGroup.CREDIT;
import static cn.zhirong.enterprise.ItemGroup.HONOUR;
import static cn.zhirong.enterprise.ItemGroup.PROPERTY;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a firm can have several of. The key is stable: tables and rules name the kind by it. */
public enum ItemKind {
    HIGH_TECH("honour.high-tech", "高新技术企业", HONOUR),
    TECH_SME("honour.tech-sme", "科技型中小企业", HONOUR),
    INNOVATIVE_SME("honour.innovative-sme", "创新型中小企业", HONOUR),
    SPECIALISED("honour.specialised", "专精特新中小企业", HONOUR),
    LITTLE_GIANT("honour.little-giant", "专精特新“小巨人”企业", HONOUR),
    SINGLE_CHAMPION("honour.single-champion", "制造业单项冠军企业", HONOUR),
    GAZELLE("honour.gazelle", "瞪羚企业", HONOUR),
    IP_ADVANTAGE("honour.ip-advantage", "知识产权优势企业", HONOUR),
    IP_DEMONSTRATION("honour.ip-demonstration", "知识产权示范企业", HONOUR),
    IP_STANDARD("honour.ip-standard", "知识产权管理体系认证", HONOUR),
    LISTING_RESERVE("honour.listing-reserve", "上市后备企业", HONOUR),
    OTHER_HONOUR("honour.other", "其他荣誉资质", HONOUR),

    INVENTION("ip.invention", "发明专利", PROPERTY),
    UTILITY_MODEL("ip.utility-model", "实用新型专利", PROPERTY),
    DESIGN("ip.design", "外观设计专利", PROPERTY),
    SOFTWARE("ip.software", "软件著作权", PROPERTY),
    COPYRIGHT("ip.copyright", "其他著作权", PROPERTY),
    TRADEMARK("ip.trademark", "注册商标", PROPERTY),
    GEOGRAPHICAL("ip.geographical", "地理标志", PROPERTY),
    IC_LAYOUT("ip.ic-layout", "集成电路布图设计", PROPERTY),
    PLANT_VARIETY("ip.plant-variety", "植物新品种权", PROPERTY),

    PENALTY("credit.penalty", "行政处罚", CREDIT),
    DISHONESTY("credit.dishonesty", "失信惩戒", CREDIT),
    COMMENDATION("credit.commendation", "守信激励", CREDIT);

    private final String key;
    private final String label;
    private final ItemGroup group;

    ItemKind(String key, String label, ItemGroup group) {
        this.key = key;
        this.label = label;
        this.group = group;
    }

    /** The stable name. */
    public String key() {
        return key;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    public ItemGroup group() {
        return group;
    }

    /** By its stable name. */
    public static Optional<ItemKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** What somebody wrote in a table: the label, with or without its quotation marks, or the usual short word. */
    static Optional<ItemKind> typed(ItemGroup group, String words) {
        String wanted = bare(words);
        return group.kinds().stream()
                .filter(kind -> bare(kind.label).equals(wanted)
                        || bare(kind.label).replaceAll("(中小)?企业$", "").equals(wanted)
                        || kind == LITTLE_GIANT && List.of("小巨人", "小巨人企业").contains(wanted)
                        || kind == PENALTY && wanted.equals("处罚"))
                .findFirst();
    }

    private static String bare(String words) {
        return words.strip().replaceAll("[“”\"'「」\\s]", "");
    }
}
