package cn.zhirong.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts that every bureau's rules may ask, in the order in which a person is asked. A bureau's own (what its officers
 * judge) come after them.
 */
public final class StandardFacts {
    private static final FactCatalogue CATALOGUE = FactCatalogue.of(all());

    private StandardFacts() {}

    /** The catalogue of these facts alone. */
    public static FactCatalogue catalogue() {
        return CATALOGUE;
    }

    /** The catalogue of these facts and a bureau's own. */
    public static FactCatalogue with(List<FactDefinition> own) {
        List<FactDefinition> all = all();
        all.addAll(own);
        return FactCatalogue.of(all);
    }

    /** What only an officer can say, as a fact of its own: {@code label} completes "经办认定". */
    public static FactDefinition judged(String name, String label) {
        return plain(name, label, FactType.FLAG, Changeable.NEVER, "由经办判断：" + label, "");
    }

    private static List<FactDefinition> all() {
        List<FactDefinition> all = new ArrayList<>();
        all.addAll(firm());
        all.addAll(StandardRecords.all());
        all.addAll(listing());
        return all;
    }

    private static List<FactDefinition> firm() {
        return List.of(
                flag("registered-here", "在本地登记注册", Changeable.ANY, "企业登记注册地在本地吗？"),
                flag("tax-here", "在本地纳税", Changeable.ANY, "企业在本地缴税吗？"),
                date("founded-on", "成立日期", "企业是哪一天成立的？"),
                codes("size", "企业规模", FactType.CODE, Changeable.NEVER, "企业规模是大型、中型、小型还是微型？", sizes()),
                codes("industry", "所属行业", FactType.CODE, Changeable.NEVER, "企业属于哪个行业？", Map.of()),
                money("revenue", "上年营业收入", "上一年的营业收入是多少？"),
                plain("staff", "从业人员", FactType.COUNT, Changeable.UP, "现在有多少员工？", "人"),
                money("total-assets", "资产总额", "上年末的资产总额是多少？"),
                money("net-assets", "净资产", "上年末的净资产是多少？"),
                rate("rd-share", "研发投入占营业收入的比例", Changeable.UP, "研发投入占营业收入的比例是多少？"),
                rate("debt-ratio", "资产负债率", Changeable.DOWN, "资产负债率是多少？"),
                codes("honours", "荣誉资质", FactType.CODES, Changeable.UP, "企业取得了哪些荣誉资质？", honours()),
                flag("bad-credit", "近三年有不良信用记录", Changeable.NEVER, "近三年征信有不良记录吗？"),
                flag("serious-violation", "近三年有重大违法失信", Changeable.NEVER, "近三年有重大违法或者失信行为吗？"),
                flag("listed-dishonest", "列入严重违法失信名单", Changeable.ANY, "企业现在列在严重违法失信名单里吗？"),
                flag("abnormal-list", "列入经营异常名录", Changeable.ANY, "企业现在列在经营异常名录里吗？"),
                flag("in-reserve", "已经纳入上市后备库", Changeable.ANY, "企业在上市后备库里吗？"),
                flag("stays", "承诺五年内不迁离", Changeable.ANY, "企业愿意承诺五年内不迁离吗？"),
                flag("macau-owned", "澳资企业", Changeable.NEVER, "企业是澳资企业吗？"),
                flag("green", "绿色企业", Changeable.NEVER, "企业被认定为绿色企业吗？"),
                flag("abroad", "在境外上市", Changeable.NEVER, "企业是在境外上市的吗？"));
    }

    private static List<FactDefinition> listing() {
        return List.of(
                date("reform-on", "股份制改造完成日期", "股份制改造是哪一天完成的？"),
                date("neeq-on", "新三板挂牌日期", "新三板是哪一天挂牌的？"),
                date("neeq-innovation-on", "进入新三板创新层日期", "是哪一天进入新三板创新层的？"),
                date("tutoring-on", "上市辅导备案日期", "上市辅导是哪一天备案的？"),
                date("accepted-on", "上市申请受理日期", "上市申请是哪一天受理的？"),
                date("listed-on", "上市日期", "是哪一天上市的？"),
                date("withdrawn-on", "撤回上市申请日期", "上市申请是哪一天撤回的？"),
                date("moved-in-on", "迁入日期", "是哪一天迁入的？"),
                codes("board", "上市板块", FactType.CODE, Changeable.NEVER, "在哪个板块上市？", boards()),
                money("proceeds", "首发募集资金净额", "首发募集资金净额是多少？"),
                money("local-investment", "募集资金投在本地的金额", "募集资金有多少投在本地？"),
                plain("listing-rank", "当年本地上市的名次", FactType.COUNT, Changeable.NEVER, "是当年本地第几家上市的？", ""),
                plain("score", "综合评分", FactType.COUNT, Changeable.NEVER, "综合评分是多少？", "分"),
                money("upper-award", "上级同类奖励", "上级政府的同类奖励是多少？"));
    }

    private static Map<String, String> sizes() {
        Map<String, String> sizes = new LinkedHashMap<>();
        sizes.put("large", "大型");
        sizes.put("medium", "中型");
        sizes.put("small", "小型");
        sizes.put("micro", "微型");
        return sizes;
    }

    private static Map<String, String> boards() {
        Map<String, String> boards = new LinkedHashMap<>();
        boards.put("main", "主板");
        boards.put("star", "科创板");
        boards.put("chinext", "创业板");
        boards.put("beijing", "北交所");
        boards.put("abroad", "境外");
        return boards;
    }

    private static Map<String, String> honours() {
        Map<String, String> honours = new LinkedHashMap<>();
        honours.put("high-tech", "高新技术企业");
        honours.put("high-tech-seed", "高新技术企业培育库入库企业");
        honours.put("tech-sme", "科技型中小企业");
        honours.put("specialised", "专精特新中小企业");
        honours.put("little-giant", "专精特新“小巨人”企业");
        honours.put("gazelle", "瞪羚企业");
        honours.put("unicorn", "独角兽企业");
        honours.put("ip-model", "知识产权示范企业");
        honours.put("ip-advantage", "知识产权优势企业");
        honours.put("known-trademark", "驰名商标");
        return honours;
    }

    static FactDefinition flag(String name, String label, Changeable changeable, String question) {
        return plain(name, label, FactType.FLAG, changeable, question, "");
    }

    static FactDefinition date(String name, String label, String question) {
        return plain(name, label, FactType.DATE, Changeable.NEVER, question, "");
    }

    static FactDefinition money(String name, String label, String question) {
        return plain(name, label, FactType.MONEY, Changeable.NEVER, question, "");
    }

    static FactDefinition rate(String name, String label, Changeable changeable, String question) {
        return plain(name, label, FactType.RATE, changeable, question, "");
    }

    static FactDefinition codes(
            String name,
            String label,
            FactType type,
            Changeable changeable,
            String question,
            Map<String, String> codes) {
        return new FactDefinition(name, label, type, changeable, question, "", codes, Map.of());
    }

    private static FactDefinition plain(
            String name, String label, FactType type, Changeable changeable, String question, String unit) {
        return new FactDefinition(name, label, type, changeable, question, unit, Map.of(), Map.of());
    }
}
