package cn.zhirong.rule;

import static cn.zhirong.rule.StandardFacts.codes;
import static cn.zhirong.rule.StandardFacts.date;
import static cn.zhirong.rule.StandardFacts.flag;
import static cn.zhirong.rule.StandardFacts.money;
import static cn.zhirong.rule.StandardFacts.rate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists among the standard facts: what a firm has more than one of. */
final class StandardRecords {
    private StandardRecords() {}

    static List<FactDefinition> all() {
        return List.of(
                list("ip-assets", "知识产权", "件", Changeable.UP, "企业有哪些知识产权？", ipAssets()),
                list("loans", "贷款", "笔", Changeable.NEVER, "有哪些知识产权质押贷款？", loans()),
                list("invoices", "费用发票", "张", Changeable.NEVER, "有哪些费用发票？", invoices()),
                list("issues", "证券化产品", "期", Changeable.NEVER, "参加了哪些知识产权证券化产品？", issues()),
                list("penalties", "行政处罚", "次", Changeable.NEVER, "受过哪些行政处罚？", penalties()));
    }

    private static List<FactDefinition> ipAssets() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("invention", "发明专利");
        kinds.put("utility", "实用新型");
        kinds.put("design", "外观设计");
        kinds.put("trademark", "注册商标");
        kinds.put("copyright", "著作权");
        kinds.put("geographical", "地理标志");
        kinds.put("layout", "集成电路布图设计");
        kinds.put("data", "数据知识产权");
        return List.of(
                codes("kind", "类型", FactType.CODE, Changeable.NEVER, "是哪一种？", kinds),
                date("granted-on", "授权日期", "是哪一天授权的？"),
                flag("valid", "处于有效状态", Changeable.NEVER, "现在有效吗？"),
                flag("pledged", "正在质押", Changeable.NEVER, "现在质押着吗？"));
    }

    private static List<FactDefinition> loans() {
        Map<String, String> pledges = new LinkedHashMap<>();
        pledges.put("patent", "专利");
        pledges.put("trademark", "商标");
        pledges.put("copyright", "著作权");
        pledges.put("data", "数据知识产权");
        pledges.put("other-ip", "其他知识产权");
        pledges.put("other", "其他财产");
        return List.of(
                codes("pledged-kinds", "质押物的种类", FactType.CODES, Changeable.NEVER, "质押了哪些种类的财产？", pledges),
                money("principal", "贷款金额", "贷款金额是多少？"),
                money("ip-principal", "知识产权质押对应的贷款金额", "其中知识产权质押对应的是多少？"),
                rate("ip-share", "知识产权部分的占比", Changeable.NEVER, "银行写明的知识产权部分占多少？"),
                money("interest-paid", "实付利息", "实际支付了多少利息？"),
                new FactDefinition(
                        "interest-year",
                        "付息年度",
                        FactType.COUNT,
                        Changeable.NEVER,
                        "这笔利息是哪一年支付的？",
                        "年",
                        Map.of(),
                        Map.of()),
                date("interest-until", "利息算到的日期", "这笔利息算到哪一天为止？"),
                date("interest-paid-on", "付息日期", "这笔利息最后一次是哪一天支付的？"),
                rate("actual-rate", "实际年利率", Changeable.NEVER, "实际年利率是多少？"),
                date("signed-on", "合同签订日期", "合同是哪一天签订的？"),
                date("drawn-on", "放款日期", "是哪一天放款的？"),
                date("pledged-on", "质押登记日期", "质押是哪一天登记的？"),
                date("settled-on", "结清日期", "是哪一天结清的？"),
                codes("bank", "贷款银行", FactType.CODE, Changeable.NEVER, "是哪家银行？", Map.of()),
                codes("guarantor", "担保机构", FactType.CODE, Changeable.NEVER, "由哪家机构担保？", Map.of()),
                flag("overdue", "有逾期", Changeable.NEVER, "这笔贷款有逾期吗？"),
                flag("covered", "有保险或者政策性担保", Changeable.NEVER, "有保险或者政策性担保吗？"),
                flag("first-pledge", "至少一件知识产权是首次质押", Changeable.NEVER, "有首次质押的知识产权吗？"),
                flag("first-loan", "企业首次取得贷款", Changeable.NEVER, "是企业第一次贷款吗？"),
                flag("other-subsidy", "已经取得其他财政贴息", Changeable.NEVER, "这笔贷款取得过其他财政贴息吗？"),
                flag("other-municipal-subsidy", "已经取得其他市级财政贴息", Changeable.NEVER, "这笔贷款取得过其他市级财政贴息吗？"),
                money("guarantee-fee", "实付担保费", "实际支付了多少担保费？"),
                money("premium", "实付保费", "实际支付了多少保费？"),
                money("valuation-fee", "实付评估费", "实际支付了多少评估费？"));
    }

    private static List<FactDefinition> invoices() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("valuation", "评估费");
        kinds.put("guarantee", "担保费");
        kinds.put("premium", "保费");
        kinds.put("registration", "公证和登记费");
        kinds.put("legal", "律师费");
        kinds.put("rating", "评级费");
        kinds.put("underwriting", "承销保荐费");
        kinds.put("trading", "交易服务费");
        kinds.put("audit", "审计验资费");
        kinds.put("listing", "上市挂牌中介费");
        kinds.put("other", "其他费用");
        Map<String, String> purposes = new LinkedHashMap<>();
        purposes.put("loan", "贷款");
        purposes.put("issue", "证券化产品");
        purposes.put("other", "其他");
        return List.of(
                codes("fee", "费用类型", FactType.CODE, Changeable.NEVER, "是什么费用？", kinds),
                money("gross", "价税合计", "价税合计是多少？"),
                rate("tax-rate", "税率", Changeable.NEVER, "税率是多少？"),
                date("issued-on", "开票日期", "是哪一天开的？"),
                codes("purpose", "为什么付的", FactType.CODE, Changeable.NEVER, "为贷款还是为证券化产品付的？", purposes),
                codes("belongs-to", "对应的合同或产品编号", FactType.CODE, Changeable.NEVER, "对应哪份合同或者哪期产品？", Map.of()),
                money("loan-principal", "对应的贷款金额", "对应的贷款金额是多少？"),
                codes("payer", "付款单位", FactType.CODE, Changeable.NEVER, "是谁付的？", Map.of()),
                codes("institution", "收款机构", FactType.CODE, Changeable.NEVER, "是哪家机构开的？", Map.of()));
    }

    private static List<FactDefinition> issues() {
        return List.of(
                money("issue-size", "发行规模", "发行规模是多少？"),
                money("financing-cost", "实际融资成本", "实际融资成本是多少？"),
                date("issued-on", "发行日期", "是哪一天发行的？"),
                date("received-on", "融资款到账日期", "融资款是哪一天到账的？"));
    }

    private static List<FactDefinition> penalties() {
        return List.of(money("fine", "罚款金额", "罚款多少？"), date("decided-on", "处罚决定日期", "是哪一天决定的？"));
    }

    private static FactDefinition list(
            String name,
            String label,
            String unit,
            Changeable changeable,
            String question,
            List<FactDefinition> fields) {
        Map<String, FactDefinition> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        return new FactDefinition(name, label, FactType.RECORDS, changeable, question, unit, Map.of(), byName);
    }
}
