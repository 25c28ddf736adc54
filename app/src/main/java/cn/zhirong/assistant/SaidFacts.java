package cn.zhirong.assistant;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactType;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.FactWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody says of their firm in a sentence: figures with units, counts of property, honours, days, a place. Only what is
 * said in so many words; whatever is understood is shown, so that it can be put right. What was said last holds.
 */
final class SaidFacts {
    private static final FactCatalogue CATALOGUE = StandardFacts.catalogue();
    private static final String IS = "(?:是|为|有|达到?|约|大概|大约|差不多|共|一共|总共|了|过|金额|本金|改成|变成|换成|:|,)*";
    private static final String NUMBER = "(?<![0-9.零一二两三四五六七八九十百千万])([0-9]{1,4}|[一二两三四五六七八九十])";
    private static final String DAY = "([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}[日号]?)";

    /** As many as a list takes. */
    private static final int MOST_RECORDS = 200;

    /** Longer names before those they begin with. */
    private static final Map<String, String> PROPERTY = new LinkedHashMap<>();

    private static final Map<String, String> HONOURS = new LinkedHashMap<>();
    private static final Map<String, String> SIZES =
            Map.of("大型", "large", "中型", "medium", "小型", "small", "微型", "micro");
    private static final Map<String, Pattern> FIRM = new LinkedHashMap<>();
    private static final Map<String, Pattern> LOAN = new LinkedHashMap<>();

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
        FIRM.put("revenue", said("(?:营业收入|营收|销售收入|销售额|年收入|收入)" + IS + SaidAmount.AMOUNT));
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

    private static final Pattern COUNTED =
            said(NUMBER + "(?:件|个|项|本|份|枚)?(?:有效|授权|已授权)?的?(" + String.join("|", PROPERTY.keySet()) + ")");
    private static final Pattern COUNTED_AFTER =
            said("(" + String.join("|", PROPERTY.keySet()) + ")" + IS + NUMBER + "(?:件|个|项|本|份|枚)");
    private static final Pattern SIZE = said("(大型|中型|小型|微型)(?:企业|公司)");
    private static final Pattern NOT = said("(?:不是|没有?|还没|未|申请|想|准备|如果)(?:获得|取得|评上|认定|有|拿到|成为|评|申报)?$");

    private final String text;
    private final List<String> places;
    private final Provenance provenance;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private SaidFacts(String text, LocalDate today, List<String> places) {
        this.text = text;
        this.places = places;
        this.provenance = new Provenance(Source.DECLARED, today, "");
    }

    private static Pattern said(String words) {
        return Pattern.compile(words);
    }

    /**
     * What was understood.
     *
     * @param text all that the asker said in the conversation, cleaned
     * @param today the day on which it was said
     * @param places names of the bureau's own place
     */
    static Facts of(String text, LocalDate today, List<String> places) {
        SaidFacts said = new SaidFacts(SaidAmount.normal(text), today, places);
        FIRM.forEach((name, pattern) -> CATALOGUE
                .find(name)
                .flatMap(definition -> said.last(definition, pattern))
                .ifPresent(value -> said.values.put(name, value)));
        said.size();
        said.honours();
        said.place();
        said.property();
        said.loan();
        Map<String, Fact> facts = new HashMap<>();
        said.values.forEach((name, value) -> facts.put(name, new Fact(value, said.provenance)));
        return Facts.of(facts);
    }

    /** What was said last and can be read. */
    private Optional<Value> last(FactDefinition definition, Pattern pattern) {
        Optional<Value> last = Optional.empty();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Optional<Value> found = read(definition, group(matcher));
            last = found.isPresent() ? found : last;
        }
        return last;
    }

    private static Optional<Value> read(FactDefinition definition, String words) {
        return switch (definition.type()) {
            case MONEY -> SaidAmount.money(words).map(Value::of);
            case RATE -> FactWords.typed(definition, SaidAmount.share(words));
            case DATE -> FactWords.typed(definition, words.replace("号", "日"));
            default -> FactWords.typed(definition, words);
        };
    }

    /** The group that took part. */
    private static String group(Matcher matcher) {
        for (int at = 1; at <= matcher.groupCount(); at++) {
            if (matcher.group(at) != null) {
                return matcher.group(at);
            }
        }
        return "";
    }

    private void size() {
        Matcher matcher = SIZE.matcher(text);
        while (matcher.find()) {
            values.put("size", Value.of(SIZES.getOrDefault(matcher.group(1), "small")));
        }
    }

    private void honours() {
        Set<String> codes = new TreeSet<>();
        HONOURS.forEach((word, code) -> {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (!NOT.matcher(text.substring(Math.max(0, at - 6), at)).find()) {
                    codes.add(code);
                }
            }
        });
        if (!codes.isEmpty()) {
            values.put("honours", Value.ofCodes(codes));
        }
    }

    private void place() {
        for (String place : Places.names(places)) {
            String here = "(?:本地|本市|本区|" + Pattern.quote(place) + "(?:市|区|新区)?)";
            if (said("(?:注册|登记|落户|开在|设在)地?(?:在|是|为)?了?" + here + "|(?<!不)在?" + here + "(?:注册|登记|落户)")
                    .matcher(text)
                    .find()) {
                values.put("registered-here", Value.of(true));
            }
        }
        if (said("(?:注册|登记)地?(?:在|是)?(?:了)?外[地市省]").matcher(text).find()) {
            values.put("registered-here", Value.of(false));
        }
    }

    private void property() {
        Map<Integer, Map.Entry<String, Integer>> mentioned = new TreeMap<>();
        Matcher after = COUNTED_AFTER.matcher(text);
        while (after.find()) {
            mentioned.put(after.start(1), Map.entry(after.group(1), number(after.group(2))));
        }
        Matcher before = COUNTED.matcher(text);
        while (before.find()) {
            mentioned.put(before.start(2), Map.entry(before.group(2), number(before.group(1))));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        mentioned.values().forEach(one -> counts.put(PROPERTY.getOrDefault(one.getKey(), ""), one.getValue()));
        List<FactRecord> records = new ArrayList<>();
        counts.forEach((kind, count) -> {
            String label = CATALOGUE
                    .find("ip-assets")
                    .map(list -> list.fields().get("kind"))
                    .map(field -> field.codeLabel(kind))
                    .orElse(kind);
            for (int number = 1; number <= count; number++) {
                records.add(new FactRecord(label + number, Map.of("kind", Value.of(kind)), provenance));
            }
        });
        // More than a list takes were misread, or are not to be listed one by one.
        if (!records.isEmpty() && records.size() <= MOST_RECORDS) {
            values.put("ip-assets", Value.ofRecords(records));
        }
    }

    private static int number(String words) {
        int digit = "一二两三四五六七八九十".indexOf(words);
        if (digit < 0) {
            return Integer.parseInt(words);
        }
        return digit < 2 ? digit + 1 : digit;
    }

    private void loan() {
        Map<String, Value> fields = new LinkedHashMap<>();
        CATALOGUE.find("loans").ifPresent(list -> LOAN.forEach((field, pattern) -> {
            FactDefinition definition = list.fields().get(field);
            if (definition != null && definition.type() != FactType.RECORDS) {
                last(definition, pattern).ifPresent(value -> fields.put(field, value));
            }
        }));
        Value principal = fields.get("principal");
        if (principal != null && text.contains("质押")) {
            fields.put("ip-principal", principal);
        }
        if (!fields.isEmpty()) {
            values.put("loans", Value.ofRecords(List.of(new FactRecord("这笔贷款", fields, provenance))));
        }
    }
}
