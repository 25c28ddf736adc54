package cn.zhirong.assistant;

import cn.zhirong.rule.Fact;
import cn.zhirong.rule.FactCatalogue;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody says of their firm in a sentence: figures with units, counts of property, honours, a place. Only what is said in so
 * many words; whatever is understood is shown, so that it can be put right.
 */
final class SaidFacts {
    private static final FactCatalogue CATALOGUE = StandardFacts.catalogue();
    private static final String AMOUNT = "([0-9][0-9.]{0,15}(?:万亿|万|亿|千)?元?)";
    private static final String IS = "(?:是|为|有|达到?|约|大概|大约|差不多|共|一共|总共|了|过|金额|本金|:|,)*";
    private static final String NUMBER = "([0-9]{1,4}|[一二两三四五六七八九十])";

    /** Longer names before those they begin with. */
    private static final Map<String, String> PROPERTY = new LinkedHashMap<>();

    private static final Map<String, String> HONOURS = new LinkedHashMap<>();
    private static final Map<String, String> SIZES =
            Map.of("大型", "large", "中型", "medium", "小型", "small", "微型", "micro");
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
        LOAN.put("interest-paid", Pattern.compile("利息" + IS + "(?:付|支付|交)?" + IS + AMOUNT));
        LOAN.put("actual-rate", Pattern.compile("(?:年?利率|年化)" + IS + "([0-9][0-9.]{0,8}%)"));
        LOAN.put("valuation-fee", Pattern.compile("评估费" + IS + "(?:付|花)?" + IS + AMOUNT));
        LOAN.put("guarantee-fee", Pattern.compile("担保费" + IS + "(?:付|花)?" + IS + AMOUNT));
        LOAN.put("premium", Pattern.compile("(?:保险费|保费)" + IS + "(?:付|花)?" + IS + AMOUNT));
    }

    private static final Pattern COUNTED =
            Pattern.compile(NUMBER + "(?:件|个|项|本|份|枚)?(?:有效|授权|已授权)?的?(" + String.join("|", PROPERTY.keySet()) + ")");
    private static final Pattern COUNTED_AFTER =
            Pattern.compile("(" + String.join("|", PROPERTY.keySet()) + ")" + IS + NUMBER + "(?:件|个|项|本|份|枚)");
    private static final Pattern REVENUE = Pattern.compile("(?:营业收入|营收|销售收入|销售额|年收入|收入)" + IS + AMOUNT);
    private static final Pattern STAFF =
            Pattern.compile("(?:员工|职工|从业人员)" + IS + "([0-9]{1,6})|([0-9]{1,6})(?:个|名)?(?:员工|职工)");
    private static final Pattern PRINCIPAL = Pattern.compile(
            "(?:贷款|借款|贷了|借了|贷到|融资)" + IS + AMOUNT + "|" + AMOUNT + "的?(?:知识产权|专利权?|商标权?|著作权)?(?:质押)?(?:贷款|借款)");
    private static final Pattern SIZE = Pattern.compile("(大型|中型|小型|微型)(?:企业|公司)");
    private static final Pattern NOT = Pattern.compile("(?:不是|没有?|还没|未|申请|想|准备|如果)(?:获得|取得|评上|认定|有|拿到|成为|评|申报)?$");

    private final String text;
    private final LocalDate today;
    private final List<String> places;
    private final Map<String, Value> values = new LinkedHashMap<>();

    private SaidFacts(String text, LocalDate today, List<String> places) {
        this.text = text;
        this.today = today;
        this.places = places;
    }

    /**
     * What was understood.
     *
     * @param text all that the asker said in the conversation, in normal form
     * @param today the day on which it was said
     * @param places names of the bureau's own place
     */
    static Facts of(String text, LocalDate today, List<String> places) {
        SaidFacts said = new SaidFacts(text, today, places);
        said.single("revenue", REVENUE);
        said.single("staff", STAFF);
        said.size();
        said.honours();
        said.place();
        said.property();
        said.loan();
        Provenance provenance = new Provenance(Source.DECLARED, today, "");
        Map<String, Fact> facts = new HashMap<>();
        said.values.forEach((name, value) -> facts.put(name, new Fact(value, provenance)));
        return Facts.of(facts);
    }

    private void single(String name, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String found = group(matcher);
            CATALOGUE
                    .find(name)
                    .flatMap(definition -> FactWords.typed(definition, amount(found)))
                    .ifPresent(value -> values.put(name, value));
        }
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

    /** {@code 3千} is 3000元; a bare number of yuan says so nowhere and is left alone. */
    private static String amount(String words) {
        return words.matches("[0-9.]+千元?") ? words.replaceAll("千元?", "") + "000元" : words;
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
            int at = text.indexOf(word);
            if (at >= 0 && !NOT.matcher(text.substring(Math.max(0, at - 6), at)).find()) {
                codes.add(code);
            }
        });
        if (!codes.isEmpty()) {
            values.put("honours", Value.ofCodes(codes));
        }
    }

    private void place() {
        for (String place : places) {
            String here = "(?:本地|本市|本区|" + Pattern.quote(place) + "(?:市|区|新区)?)";
            if (Pattern.compile("(?:注册|登记|落户|开在|设在)在?了?" + here + "|(?<!不)在?" + here + "(?:注册|登记|落户)")
                    .matcher(text)
                    .find()) {
                values.put("registered-here", Value.of(true));
            }
        }
        if (Pattern.compile("(?:注册|登记)在?(?:了)?外[地市省]").matcher(text).find()) {
            values.put("registered-here", Value.of(false));
        }
    }

    private void property() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Matcher before = COUNTED.matcher(text);
        while (before.find()) {
            counts.put(PROPERTY.getOrDefault(before.group(2), ""), number(before.group(1)));
        }
        Matcher after = COUNTED_AFTER.matcher(text);
        while (after.find()) {
            counts.putIfAbsent(PROPERTY.getOrDefault(after.group(1), ""), number(after.group(2)));
        }
        List<FactRecord> records = new ArrayList<>();
        counts.forEach((kind, count) -> {
            String label = CATALOGUE
                    .find("ip-assets")
                    .map(list -> list.fields().get("kind"))
                    .map(field -> field.codeLabel(kind))
                    .orElse(kind);
            for (int number = 1; number <= Math.min(count, 200); number++) {
                records.add(new FactRecord(
                        label + number, Map.of("kind", Value.of(kind)), new Provenance(Source.DECLARED, today, "")));
            }
        });
        if (!records.isEmpty()) {
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
        CATALOGUE.find("loans").ifPresent(list -> {
            LOAN.forEach((field, pattern) -> {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    FactWords.typed(Objects.requireNonNull(list.fields().get(field)), amount(group(matcher)))
                            .ifPresent(value -> fields.put(field, value));
                }
            });
            Matcher principal = PRINCIPAL.matcher(text);
            if (principal.find()) {
                FactWords.typed(Objects.requireNonNull(list.fields().get("principal")), amount(group(principal)))
                        .ifPresent(value -> {
                            fields.put("principal", value);
                            if (text.contains("质押")) {
                                fields.put("ip-principal", value);
                            }
                        });
            }
        });
        if (!fields.isEmpty()) {
            FactRecord record = new FactRecord("这笔贷款", fields, new Provenance(Source.DECLARED, today, ""));
            values.put("loans", Value.ofRecords(List.of(record)));
        }
    }
}
