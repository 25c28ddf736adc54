package cn.zhirong.assistant;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The words by which {@link SaidFacts} knows what is spoken of: of figures one pattern a fact, whose group is the figure. */
final class SaidPatterns {
    private static final String IS = "(?:是|为|有|达到?|约|大概|大约|差不多|共|一共|总共|了|过|金额|本金|改成|变成|换成|:|,)*";
    private static final String NUMBER = "(?<![0-9.零一二两三四五六七八九十百千万])([0-9]{1,4}|[一二两三四五六七八九十])";
    private static final String DAY = "([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}[日号]?)";

    /** Longer names before those they begin with. */
    static final Map<String, String> PROPERTY = new LinkedHashMap<>();

    static final Map<String, String> HONOURS = new LinkedHashMap<>();
    static final Map<String, String> SIZES = Map.of("大型", "large", "中型", "medium", "小型", "small", "微型", "micro");
    static final Map<String, Pattern> FIRM = new LinkedHashMap<>();
    static final Map<String, Pattern> LOAN = new LinkedHashMap<>();

    static {
        PROPERTY.put("发明专利", "invention");
        PROPERTY.put("实用新型专利", "utility");
        PROPERTY.put("实用新型", "utility");
        PROPERTY.put("外观设计专利", "design");
        PROPERTY.put("外观设计", "design");
        PROPERTY.put("软件著作权", "copyright");
        PROPERTY.put("软著", "copyright");
        PROPERTY.put("著作权", "copyright");
        PROPERTY.put("版权", "copyright");
        PROPERTY.put("注册商标", "trademark");
        PROPERTY.put("商标", "trademark");
        PROPERTY.put("发明", "invention");
        HONOURS.put("高新技术企业", "high-tech");
        HONOURS.put("高企", "high-tech");
        HONOURS.put("科技型中小企业", "tech-sme");
        HONOURS.put("科小", "tech-sme");
        HONOURS.put("小巨人", "little-giant");
        HONOURS.put("专精特新", "specialised");
        HONOURS.put("瞪羚", "gazelle");
        HONOURS.put("独角兽", "unicorn");
        FIRM.put("revenue", said("(?:营业收入|营收|销售收入|销售额|年收入|(?<!利息|投资|财政|其他|补贴)收入)" + IS + SaidAmount.AMOUNT));
        FIRM.put(
                "staff",
                said("(?:员工|职工|从业人员)" + IS + "([0-9]{1,6})(?![0-9.万亿])|(?<![0-9.])([0-9]{1,6})(?:个|名|位)?(?:员工|职工)"));
        FIRM.put("rd-share", said("研发(?:投入|费用)?占?(?:营业收入|营收|收入|比)?的?(?:比例|比重)?" + IS + SaidAmount.SHARE));
        FIRM.put("founded-on", said("(?:成立|创立)(?:于|时间)?" + IS + DAY + "|" + DAY + "(?:成立|创立)"));
        FIRM.put("listed-on", said("(?:上市)(?:于|时间)?" + IS + DAY + "|" + DAY + "(?:在[\\p{IsHan}]{2,8}?)?(?:成功)?上市"));
        FIRM.put("neeq-on", said(DAY + "(?:在?(?:新三板|全国股转系统))?挂牌"));
        LOAN.put("interest-paid", said("利息" + IS + "(?:付|支付|交)?" + IS + SaidAmount.AMOUNT));
        LOAN.put("actual-rate", said("(?:年?利率|年化)" + IS + SaidAmount.SHARE));
        LOAN.put("valuation-fee", said("评估费" + IS + "(?:付|花|交)?" + IS + SaidAmount.AMOUNT));
        LOAN.put("guarantee-fee", said("担保费" + IS + "(?:付|花|交)?" + IS + SaidAmount.AMOUNT));
        LOAN.put("premium", said("(?:保险费|(?<!担)保费)" + IS + "(?:付|花|交)?" + IS + SaidAmount.AMOUNT));
        LOAN.put("signed-on", said(DAY + "(?:签|贷款合同)"));
        LOAN.put(
                "principal",
                said("(?:贷款|借款|贷了|借了|贷到|融资)" + IS + SaidAmount.AMOUNT + "|" + SaidAmount.AMOUNT
                        + "的?(?:知识产权|专利权?|商标权?|著作权)?(?:质押)?(?:贷款|借款)"));
    }

    private static final String KINDS = "(" + String.join("|", PROPERTY.keySet()) + ")";

    /** The number before the kind, or behind it. */
    static final Pattern COUNTED = said(NUMBER + "(?:件|个|项|本|份|枚)?(?:有效|授权|已授权)?的?" + KINDS + "|" + KINDS
            + IS.replace("|,", "") + NUMBER + "(?:件|个|项|本|份|枚)");

    static final Pattern INTEREST_YEAR = said("(去年|上一?年|今年)[^,。;;]{0,6}?利息");
    static final Pattern SIZE = said("(大型|中型|小型|微型)(?:企业|公司)");

    /** In what is said before a word within its clause: it is not so, or not yet. */
    static final Pattern NOT = said(
            "不是|不属于|不算|不再|不具备|不在|没|未|并非|无(?!形)|取消|想(?!用|拿|把|靠)|准备(?!用|拿|把)|打算|计划|正在申|申请(?:成为|认定|评)|申报(?:成为|认定|评)|如果能");

    static final Pattern WISH = said("想|准备|打算|计划|要(?:在|把|到)");
    static final Pattern CLAUSE = said("[,，。;；!?！？]|但|不过|却");
    static final Pattern CORRECTS = said("不对|错了|改成|改为|应该是|更正|纠正|说错|其实是");

    private SaidPatterns() {}

    static Pattern said(String words) {
        return Pattern.compile(words);
    }

    /** What is said before that place within its clause. */
    static String before(String text, int at) {
        String[] clauses = CLAUSE.split(text.substring(0, at), -1);
        return clauses[clauses.length - 1];
    }
}
