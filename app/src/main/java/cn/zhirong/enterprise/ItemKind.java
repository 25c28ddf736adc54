package cn.zhirong.enterprise;

import static cn.zhirong.enterprise.ItemGroup.CREDIT;
import static cn.zhirong.enterprise.ItemGroup.EVENT;
import static cn.zhirong.enterprise.ItemGroup.FEE;
import static cn.zhirong.enterprise.ItemGroup.HONOUR;
import static cn.zhirong.enterprise.ItemGroup.LOAN;
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
    UNICORN("honour.unicorn", "独角兽企业", HONOUR),
    HIGH_TECH_SEED("honour.high-tech-seed", "高新技术企业培育库入库企业", HONOUR),
    KNOWN_TRADEMARK("honour.known-trademark", "驰名商标", HONOUR),
    OTHER_HONOUR("honour.other", "其他荣誉资质", HONOUR),
    NO_HONOURS("honour.none", HONOUR.nothing(), HONOUR),

    INVENTION("ip.invention", "发明专利", PROPERTY),
    UTILITY_MODEL("ip.utility-model", "实用新型专利", PROPERTY),
    DESIGN("ip.design", "外观设计专利", PROPERTY),
    SOFTWARE("ip.software", "软件著作权", PROPERTY),
    COPYRIGHT("ip.copyright", "其他著作权", PROPERTY),
    TRADEMARK("ip.trademark", "注册商标", PROPERTY),
    GEOGRAPHICAL("ip.geographical", "地理标志", PROPERTY),
    IC_LAYOUT("ip.ic-layout", "集成电路布图设计", PROPERTY),
    PLANT_VARIETY("ip.plant-variety", "植物新品种权", PROPERTY),
    DATA("ip.data", "数据知识产权", PROPERTY),
    NO_PROPERTY("ip.none", PROPERTY.nothing(), PROPERTY),

    PENALTY("credit.penalty", "行政处罚", CREDIT),
    DISHONESTY("credit.dishonesty", "失信惩戒", CREDIT),
    /** From the day it was put on the list to the day it was taken off. */
    ABNORMAL_LIST("credit.abnormal-list", "列入经营异常名录", CREDIT),
    /** From the day it was put on the list to the day it was taken off. */
    SERIOUS_LIST("credit.serious-list", "列入严重违法失信名单", CREDIT),
    COMMENDATION("credit.commendation", "守信激励", CREDIT),
    NO_CREDIT("credit.none", CREDIT.nothing(), CREDIT),

    IP_LOAN("loan.ip", "知识产权质押贷款", LOAN),
    MIXED_LOAN("loan.mixed", "组合担保贷款", LOAN),
    OTHER_LOAN("loan.other", "其他贷款", LOAN),
    NO_LOANS("loan.none", LOAN.nothing(), LOAN),

    VALUATION_FEE("fee.valuation", "评估费", FEE),
    GUARANTEE_FEE("fee.guarantee", "担保费", FEE),
    PREMIUM("fee.premium", "保费", FEE),
    REGISTRATION_FEE("fee.registration", "公证和登记费", FEE),
    LEGAL_FEE("fee.legal", "律师费", FEE),
    RATING_FEE("fee.rating", "评级费", FEE),
    UNDERWRITING_FEE("fee.underwriting", "承销保荐费", FEE),
    TRADING_FEE("fee.trading", "交易服务费", FEE),
    AUDIT_FEE("fee.audit", "审计验资费", FEE),
    LISTING_FEE("fee.listing", "上市挂牌中介费", FEE),
    OTHER_FEE("fee.other", "其他费用", FEE),
    NO_FEES("fee.none", FEE.nothing(), FEE),

    REFORM("event.reform", "股份制改造完成", EVENT),
    TUTORING("event.tutoring", "上市辅导备案", EVENT),
    ACCEPTED("event.accepted", "上市申请受理", EVENT),
    LISTED("event.listed", "上市", EVENT),
    WITHDRAWN("event.withdrawn", "撤回上市申请", EVENT),
    QUOTED("event.neeq", "新三板挂牌", EVENT),
    INNOVATION_TIER("event.neeq-innovation", "进入新三板创新层", EVENT),
    REGIONAL("event.regional", "区域性股权市场挂牌", EVENT),
    ISSUE("event.issue", "知识产权证券化发行", EVENT),
    OTHER_FINANCING("event.financing", "其他融资", EVENT),
    NO_EVENTS("event.none", EVENT.nothing(), EVENT);

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

    /** The list that it stands in. */
    public ItemGroup group() {
        return group;
    }

    /** Whether it says that the firm has nothing of the kind on the day of which the entry is true. */
    public boolean saysNothing() {
        return key.endsWith(".none");
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
