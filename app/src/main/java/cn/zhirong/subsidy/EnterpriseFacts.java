package cn.zhirong.subsidy;

import cn.zhirong.enterprise.FactField;
import cn.zhirong.enterprise.FactSource;
import cn.zhirong.enterprise.FactValue;
import cn.zhirong.enterprise.Item;
import cn.zhirong.enterprise.ItemGroup;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.enterprise.Sizing;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.rule.Fact;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.Source;
import cn.zhirong.rule.Value;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the register knows of a firm, as facts that rules ask. What is only known of another year than the one asked stays unknown.
 * A list counts as complete once the register holds any entry of it, be it the one that says that there is nothing; before that nothing
 * is said of it. For honours and property see {@link HoldingFacts}, for loans, fees
 * and events {@link FinancingFacts}, for credit {@link CreditFacts}.
 */
public final class EnterpriseFacts {
    private final Profile profile;
    private final LocalDate day;
    private final Set<String> asked;
    private final Map<String, Fact> known = new HashMap<>();

    private EnterpriseFacts(Profile profile, LocalDate day, Set<String> asked) {
        this.profile = profile;
        this.day = day;
        this.asked = asked;
    }

    /**
     * What is known of the firm on the day.
     *
     * @param region code of the bureau's region, six digits of GB/T 2260, or empty
     */
    public static Facts of(Profile profile, LocalDate day, String region) {
        return of(profile, day, region, FactsRestOn.NAMES);
    }

    /**
     * The same for who needs some facts alone: of many firms the others would be reckoned in vain.
     *
     * @param asked names of facts; those that the register does not tell are passed over
     */
    public static Facts of(Profile profile, LocalDate day, String region, Set<String> asked) {
        EnterpriseFacts facts = new EnterpriseFacts(profile, day, asked);
        facts.basics(region);
        facts.size();
        facts.figures();
        new HoldingFacts(profile, day).tell(asked, facts::put);
        if (facts.isAsked("serious-violation", "abnormal-list", "penalties", "listed-dishonest")) {
            new CreditFacts(profile, day).tell(facts::put);
        }
        new FinancingFacts(profile, day).tell(asked, (name, value, from) -> facts.put(name, value, ofItems(from, day)));
        return Facts.of(facts.known);
    }

    /** What has to be read of a firm to tell these facts of it. */
    public static RegisterScan.Asked register(Set<String> asked) {
        return FactsRestOn.all(asked);
    }

    private boolean isAsked(String... names) {
        for (String name : names) {
            if (asked.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private void basics(String region) {
        profile.inForce(FactField.FOUNDED_ON)
                .ifPresent(fact -> put("founded-on", Value.of(day(fact.value())), provenance(fact)));
        profile.inForce(FactField.INDUSTRY_CODE)
                .ifPresent(fact -> put("industry", Value.of(text(fact.value())), provenance(fact)));
        // A zone that only the firm names may be any words; its code tells then.
        Optional<cn.zhirong.enterprise.Fact> zone =
                profile.inForce(FactField.ZONE).filter(fact -> fact.source() != FactSource.DECLARED);
        if (zone.isPresent()) {
            put("registered-here", Value.of(true), provenance(zone.get()));
        } else if (isOf(region)) {
            Provenance code = new Provenance(Source.IMPORTED, day, "统一社会信用代码第3至6位");
            put("registered-here", Value.of(true), code);
        }
    }

    private void size() {
        if (isAsked("size") && profile.sizing() instanceof Sizing.Sized sized) {
            String code = switch (sized.size()) {
                case LARGE -> "large";
                case MEDIUM -> "medium";
                case SMALL -> "small";
                case MICRO -> "micro";
            };
            int year = profile.sizingYear();
            List<cn.zhirong.enterprise.Fact> from = Stream.of(
                            profile.inForce(FactField.INDUSTRY_CODE),
                            profile.inForce(FactField.REVENUE, year),
                            profile.inForce(FactField.STAFF, year),
                            profile.inForce(FactField.ASSETS, year))
                    .flatMap(Optional::stream)
                    .toList();
            put("size", Value.of(code), computed(from, "工信部联企业〔2011〕300号，" + year + "年数据"));
        }
    }

    /** The first two digits of a code name the province, the next two the city; a county's last two are its own. */
    private boolean isOf(String region) {
        if (region.length() != 6) {
            return false;
        }
        String place = region.endsWith("0000")
                ? region.substring(0, 2)
                : region.endsWith("00") ? region.substring(0, 4) : region;
        return profile.creditCode().value().startsWith(place, 2);
    }

    private void figures() {
        int year = day.getYear() - 1;
        money("revenue", FactField.REVENUE, year);
        money("total-assets", FactField.ASSETS, year);
        money("net-assets", FactField.NET_ASSETS, year);
        if (isAsked("staff")) {
            profile.years().stream()
                    .filter(one -> profile.inForce(FactField.STAFF, one).isPresent())
                    .findFirst()
                    .flatMap(one -> profile.inForce(FactField.STAFF, one))
                    .ifPresent(fact -> put("staff", Value.of(number(fact.value())), provenance(fact)));
        }
        ratio("rd-share", FactField.RESEARCH_SPENDING, FactField.REVENUE, year, false);
        ratio("debt-ratio", FactField.NET_ASSETS, FactField.ASSETS, year, true);
    }

    private void money(String name, FactField field, int year) {
        profile.inForce(field, year)
                .ifPresent(fact -> put(name, Value.of(new Money(number(fact.value()))), provenance(fact)));
    }

    /** part ÷ whole; or what is left of the whole without the part. */
    private void ratio(String name, FactField part, FactField whole, int year, boolean rest) {
        Optional<cn.zhirong.enterprise.Fact> of = profile.inForce(part, year);
        Optional<cn.zhirong.enterprise.Fact> all = profile.inForce(whole, year);
        if (!isAsked(name) || of.isEmpty() || all.isEmpty()) {
            return;
        }
        long total = number(all.get().value());
        long counted = rest ? total - number(of.get().value()) : number(of.get().value());
        Profile.ratioPpm(counted, total)
                .ifPresent(ppm ->
                        put(name, Value.of(new Rate(ppm)), computed(List.of(of.get(), all.get()), year + "年数据")));
    }

    /** Whether anybody ever said anything of a list, be it that there is nothing. */
    static boolean isTold(Profile profile, ItemGroup group) {
        return profile.allItems().stream().anyMatch(item -> item.kind().group() == group);
    }

    private void put(String name, Value value, Provenance provenance) {
        if (asked.contains(name)) {
            known.put(name, new Fact(value, provenance));
        }
    }

    static String name(Item item) {
        return item.number().isBlank() ? item.kind().label() + item.id() : item.number();
    }

    static Provenance provenance(cn.zhirong.enterprise.Fact fact) {
        return new Provenance(source(fact.source()), fact.asOf(), fact.evidence());
    }

    static Provenance provenance(Item item) {
        return new Provenance(source(item.source()), item.asOf(), item.evidence());
    }

    static Provenance ofItems(List<Item> items, LocalDate day) {
        LocalDate on =
                items.stream().map(Item::asOf).max(Comparator.naturalOrder()).orElse(day);
        return new Provenance(weakest(items.stream().map(Item::source)), on, "企业库");
    }

    private static Provenance computed(List<cn.zhirong.enterprise.Fact> from, String evidence) {
        LocalDate on = from.stream()
                .map(cn.zhirong.enterprise.Fact::asOf)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
        return new Provenance(weakest(from.stream().map(cn.zhirong.enterprise.Fact::source)), on, evidence);
    }

    /** What rests on several is as sure as the least sure of them. */
    private static Source weakest(Stream<FactSource> sources) {
        List<FactSource> all = sources.toList();
        if (all.contains(FactSource.DECLARED)) {
            return Source.DECLARED;
        }
        return all.isEmpty() || all.contains(FactSource.IMPORTED) ? Source.IMPORTED : Source.VERIFIED;
    }

    private static Source source(FactSource source) {
        return switch (source) {
            case DECLARED -> Source.DECLARED;
            case VERIFIED -> Source.VERIFIED;
            case IMPORTED -> Source.IMPORTED;
        };
    }

    static long number(FactValue value) {
        return required(value.number());
    }

    private static String text(FactValue value) {
        return required(value.text());
    }

    private static LocalDate day(FactValue value) {
        return required(value.day());
    }

    private static <T> T required(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a fact in force has no value of its kind");
        }
        return part;
    }
}
