package cn.zhirong.assistant;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
import cn.zhirong.rule.FactDefinition;
import cn.zhirong.rule.FactRecord;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Pattern COUNTED = said(NUMBER + "(?:件|个|项|本|份|枚)?(?:有效|授权|已授权)?的?" + KINDS + "|" + KINDS
            + IS.replace("|,", "") + NUMBER + "(?:件|个|项|本|份|枚)");

    private static final Pattern SIZE = said("(大型|中型|小型|微型)(?:企业|公司)");

    /** In what is said before a word within its clause: it is not so, or not yet. */
    private static final Pattern NOT = said(
            "不是|不属于|不算|不再|不具备|不在|没|未|并非|无(?!形)|取消|想(?!用|拿|把|靠)|准备(?!用|拿|把)|打算|计划|正在申|申请(?:成为|认定|评)|申报(?:成为|认定|评)|如果能");

    private static final Pattern WISH = said("想|准备|打算|计划|要(?:在|把|到)");
    private static final Pattern CLAUSE = said("[,，。;；!?！？]|但|不过|却");
    private static final Pattern CORRECTS = said("不对|错了|改成|改为|应该是|更正|纠正|说错|其实是");

    private final Pattern registered;
    private final Provenance provenance;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Value> loan = new LinkedHashMap<>();
    private final Map<String, Integer> property = new LinkedHashMap<>();
    private final Set<String> honours = new TreeSet<>();
    private final Set<String> unsure = new LinkedHashSet<>();
    private boolean pledged;
    private String text = "";

    private SaidFacts(LocalDate today, List<String> places) {
        this.registered = registered(Places.names(places));
        this.provenance = new Provenance(Source.DECLARED, today, "");
    }

    /** Where a firm says it is registered: here, by any name of the place, or elsewhere. */
    private static Pattern registered(List<String> names) {
        String here = "(?:本地|本市|本区"
                + names.stream().map(name -> "|" + Pattern.quote(name)).collect(Collectors.joining())
                + ")(?:市|区|新区)?|外[地市省]";
        return said("(?:注册|登记|落户|开在|设在)地?(?:在|是|为)?了?(" + here + ")|(" + here + ")(?:注册|登记|落户)");
    }

    /**
     * What was understood.
     *
     * @param unsure labels of what was said more than once and differently, and is therefore not among the facts
     */
    record Heard(Facts facts, List<String> unsure) {}

    private static Pattern said(String words) {
        return Pattern.compile(words);
    }

    /** What was understood of one sentence, as {@link #heard}. */
    static Facts of(String text, LocalDate today, List<String> places) {
        return heard(List.of(text), today, places).facts();
    }

    /**
     * What was understood of a conversation: of what is said of the same thing in several turns, the last holds.
     *
     * @param turns what the asker said, cleaned
     * @param today the day on which it was said
     * @param places names of the bureau's own place
     */
    static Heard heard(List<String> turns, LocalDate today, List<String> places) {
        SaidFacts said = new SaidFacts(today, places);
        turns.forEach(said::turn);
        return new Heard(said.facts(), List.copyOf(said.unsure));
    }

    private void turn(String cleaned) {
        text = SaidAmount.normal(cleaned);
        pledged |= text.contains("质押");
        FIRM.forEach(
                (name, pattern) -> CATALOGUE.find(name).ifPresent(definition -> figure(definition, pattern, values)));
        CATALOGUE
                .find("loans")
                .ifPresent(list -> LOAN.forEach((name, pattern) -> {
                    FactDefinition field = list.fields().get(name);
                    if (field != null) {
                        figure(field, pattern, loan);
                    }
                }));
        size();
        honours();
        place();
        property();
    }

    private Facts facts() {
        Map<String, Value> all = new LinkedHashMap<>(values);
        if (!honours.isEmpty()) {
            all.put("honours", Value.ofCodes(honours));
        }
        List<FactRecord> assets = assets();
        // More than a list takes were misread, or are not to be listed one by one.
        if (!assets.isEmpty() && assets.size() <= MOST_RECORDS) {
            all.put("ip-assets", Value.ofRecords(assets));
        }
        Value principal = loan.get("principal");
        if (principal != null && pledged) {
            loan.put("ip-principal", principal);
        }
        if (!loan.isEmpty()) {
            all.put("loans", Value.ofRecords(List.of(new FactRecord("这笔贷款", loan, provenance))));
        }
        Map<String, Fact> facts = new HashMap<>();
        all.forEach((name, value) -> facts.put(name, new Fact(value, provenance)));
        return Facts.of(facts);
    }

    /** One figure; said twice and differently in one breath, it is not known, unless the asker puts it right. */
    private void figure(FactDefinition definition, Pattern pattern, Map<String, Value> into) {
        Set<Value> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            read(definition, group(matcher)).ifPresent(value -> {
                found.remove(value);
                found.add(value);
            });
        }
        if (found.size() > 1 && !CORRECTS.matcher(text).find()) {
            into.remove(definition.name());
            unsure.add(definition.label());
        } else if (!found.isEmpty()) {
            into.put(definition.name(), List.copyOf(found).getLast());
            unsure.remove(definition.label());
        }
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
        HONOURS.forEach((word, code) -> {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (NOT.matcher(before(at)).find()) {
                    honours.remove(code);
                } else {
                    honours.add(code);
                }
            }
        });
    }

    /** What is said before that place within its clause. */
    private String before(int at) {
        String[] clauses = CLAUSE.split(text.substring(0, at), -1);
        return clauses[clauses.length - 1];
    }

    private void place() {
        Matcher matcher = registered.matcher(text);
        while (matcher.find()) {
            String before = before(matcher.start());
            boolean away = group(matcher).startsWith("外");
            if (!WISH.matcher(before).find()) {
                values.put(
                        "registered-here", Value.of(away == NOT.matcher(before).find()));
            }
        }
    }

    private void property() {
        Map<String, Set<Integer>> said = new LinkedHashMap<>();
        Matcher matcher = COUNTED.matcher(text);
        while (matcher.find()) {
            boolean numberFirst = matcher.group(1) != null;
            String word = matcher.group(numberFirst ? 2 : 3);
            int count = number(matcher.group(numberFirst ? 1 : 4));
            if (!NOT.matcher(before(matcher.start())).find()) {
                said.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(count);
            }
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        said.forEach((word, numbers) -> {
            String kind = PROPERTY.getOrDefault(word, "");
            if (numbers.size() > 1 && !CORRECTS.matcher(text).find()) {
                unsure.add(label(kind));
                property.remove(kind);
            } else {
                counts.merge(kind, List.copyOf(numbers).getLast(), Integer::sum);
                unsure.remove(label(kind));
            }
        });
        property.putAll(counts);
    }

    private List<FactRecord> assets() {
        List<FactRecord> records = new ArrayList<>();
        property.forEach((kind, count) -> {
            for (int number = 1; number <= Math.min(count, MOST_RECORDS + 1); number++) {
                records.add(new FactRecord(label(kind) + number, Map.of("kind", Value.of(kind)), provenance));
            }
        });
        return records;
    }

    private static String label(String kind) {
        return CATALOGUE
                .find("ip-assets")
                .map(list -> list.fields().get("kind"))
                .map(field -> field.codeLabel(kind))
                .orElse(kind);
    }

    private static int number(String words) {
        int digit = "一二两三四五六七八九十".indexOf(words);
        if (digit < 0) {
            return Integer.parseInt(words);
        }
        return digit < 2 ? digit + 1 : digit;
    }
}
