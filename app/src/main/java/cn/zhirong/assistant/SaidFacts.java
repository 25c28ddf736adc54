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

    private final Pattern registered;
    private final Provenance provenance;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Value> loan = new LinkedHashMap<>();
    private final SaidProperty property = new SaidProperty();
    private final SaidPledge pledge = new SaidPledge();
    private final Set<String> honours = new TreeSet<>();
    private final Set<String> unsure = new LinkedHashSet<>();
    private final LocalDate today;
    private boolean pledged;
    private int interestYear;
    private String text = "";

    private SaidFacts(LocalDate today, List<String> places) {
        this.registered = registered(Places.names(places));
        this.today = today;
        this.provenance = new Provenance(Source.DECLARED, today, "");
    }

    /** Where a firm says it is registered: here, by any name of the place, or elsewhere. */
    private static Pattern registered(List<String> names) {
        String here = "(?:本地|本市|本区"
                + names.stream().map(name -> "|" + Pattern.quote(name)).collect(Collectors.joining())
                + ")(?:市|区|新区)?|外[地市省]";
        return SaidPatterns.said("(?:注册|登记|落户|开在|设在)地?(?:在|是|为)?了?(" + here + ")|(" + here + ")(?:注册|登记|落户)");
    }

    /**
     * What was understood.
     *
     * @param unsure labels of what was said more than once and differently, and is therefore not among the facts
     */
    record Heard(Facts facts, List<String> unsure) {}

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
        SaidPatterns.FIRM.forEach(
                (name, pattern) -> CATALOGUE.find(name).ifPresent(definition -> figure(definition, pattern, values)));
        CATALOGUE
                .find("loans")
                .ifPresent(list -> SaidPatterns.LOAN.forEach((name, pattern) -> {
                    FactDefinition field = list.fields().get(name);
                    if (field != null) {
                        figure(field, pattern, loan);
                    }
                }));
        interestYear();
        size();
        honours();
        place();
        property.turn(text, unsure);
        pledge.turn(text);
    }

    private Facts facts() {
        Map<String, Value> all = new LinkedHashMap<>(values);
        if (!honours.isEmpty()) {
            all.put("honours", Value.ofCodes(honours));
        }
        List<FactRecord> assets = property.assets(provenance);
        if (!assets.isEmpty()) {
            // Who names what they have does not say that there is nothing else.
            all.put("ip-assets", Value.ofSomeRecords(assets));
        }
        Value principal = loan.get("principal");
        if (principal != null && pledged) {
            loan.put("ip-principal", principal);
        }
        if (!loan.isEmpty()) {
            if (interestYear > 0 && loan.containsKey("interest-paid")) {
                loan.put("interest-year", Value.of(interestYear));
            }
            pledge.kinds().ifPresent(kinds -> loan.put("pledged-kinds", kinds));
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
        if (found.size() > 1 && !SaidPatterns.CORRECTS.matcher(text).find()) {
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

    /** 去年付了利息18万: which year that is depends on the day on which it is said. */
    private void interestYear() {
        Matcher matcher = SaidPatterns.INTEREST_YEAR.matcher(text);
        while (matcher.find()) {
            interestYear = today.getYear() - (matcher.group(1).equals("今年") ? 0 : 1);
        }
    }

    private void size() {
        Matcher matcher = SaidPatterns.SIZE.matcher(text);
        while (matcher.find()) {
            values.put("size", Value.of(SaidPatterns.SIZES.getOrDefault(matcher.group(1), "small")));
        }
    }

    private void honours() {
        SaidPatterns.HONOURS.forEach((word, code) -> {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                if (SaidPatterns.NOT.matcher(SaidPatterns.before(text, at)).find()) {
                    honours.remove(code);
                } else {
                    honours.add(code);
                }
            }
        });
    }

    private void place() {
        Matcher matcher = registered.matcher(text);
        while (matcher.find()) {
            String before = SaidPatterns.before(text, matcher.start());
            boolean away = group(matcher).startsWith("外");
            if (!SaidPatterns.WISH.matcher(before).find()) {
                values.put(
                        "registered-here",
                        Value.of(away == SaidPatterns.NOT.matcher(before).find()));
            }
        }
    }
}
