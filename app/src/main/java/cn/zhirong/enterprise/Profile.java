package cn.zhirong.enterprise;

import cn.zhirong.kernel.CreditCode;
import cn.zhirong.kernel.Rate;
import cn.zhirong.kernel.Rounding;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one firm, with its history. What is in force of a field is what the bureau knows of the newest day;
 * only where it knows nothing, what the firm declared.
 */
public final class Profile {
    private static final Comparator<Fact> NEWER =
            Comparator.comparing(Fact::asOf).thenComparingLong(Fact::id);

    private static final long MOST_TIMES = 1_000_000;

    private final long id;
    private final CreditCode creditCode;
    private final String name;
    private final List<Fact> facts;
    private final List<Item> items;
    private final Map<FactField, Map<Integer, Fact>> ofBureau = new EnumMap<>(FactField.class);
    private final Map<FactField, Map<Integer, Fact>> declared = new EnumMap<>(FactField.class);

    Profile(long id, CreditCode creditCode, String name, List<Fact> facts, List<Item> items) {
        this.id = id;
        this.creditCode = creditCode;
        this.name = name;
        this.facts = List.copyOf(facts);
        this.items = List.copyOf(items);
        for (Fact fact : facts) {
            if (fact.state().isCurrent()) {
                (fact.isOfBureau() ? ofBureau : declared)
                        .computeIfAbsent(fact.field(), field -> new HashMap<>())
                        .merge(fact.year(), fact, BinaryOperator.maxBy(NEWER));
            }
        }
    }

    /** Its number in the register of its bureau. */
    public long id() {
        return id;
    }

    /** The code that tells it from all other firms of the country. */
    public CreditCode creditCode() {
        return creditCode;
    }

    /** What it is called now. */
    public String name() {
        return name;
    }

    /**
     * The same firm by what the bureau entered, imported or accepted; what the firm says of itself counts only where it tells of its
     * credit, which can but speak against it.
     */
    public Profile asBureauKnows() {
        return new Profile(
                id,
                creditCode,
                name,
                facts.stream().filter(Fact::isOfBureau).toList(),
                items.stream()
                        .filter(item -> item.source() != FactSource.DECLARED
                                || item.kind().group() == ItemGroup.CREDIT)
                        .toList());
    }

    /** The same firm as if nobody knew what is not asked for. */
    Profile only(RegisterScan.Asked asked) {
        return new Profile(
                id,
                creditCode,
                name,
                facts.stream()
                        .filter(fact -> asked.fields().contains(fact.field()))
                        .toList(),
                items.stream()
                        .filter(item -> asked.groups().contains(item.kind().group()))
                        .toList());
    }

    /** All that was ever entered, the oldest first. */
    public List<Fact> history() {
        return facts;
    }

    /** Of each field and year the one of the bureau and the declared one that count; {@link #inForce} chooses between the two. */
    List<Fact> counting() {
        return Stream.of(ofBureau, declared)
                .flatMap(known -> known.values().stream())
                .flatMap(years -> years.values().stream())
                .sorted(Comparator.comparingLong(Fact::id))
                .toList();
    }

    /** All entries there ever were, the oldest first. */
    public List<Item> allItems() {
        return items;
    }

    /** Entries that stand or wait to be verified; {@link Item#holdsOn} says whether they count on a day. */
    public List<Item> items(ItemGroup group) {
        return items.stream()
                .filter(item -> item.kind().group() == group && item.state().isCurrent())
                .toList();
    }

    /** What is in force of a field that has no years; empty where it is not known. */
    public Optional<Fact> inForce(FactField field) {
        return inForce(field, 0);
    }

    /** What is in force of a yearly field for a year, or of another one for 0; empty where it is not known. */
    public Optional<Fact> inForce(FactField field, int year) {
        return Optional.ofNullable(ofBureau(field, year))
                .filter(fact -> fact.value().isKnown())
                .or(() -> Optional.ofNullable(
                                declared.getOrDefault(field, Map.of()).get(year))
                        .filter(fact -> fact.value().isKnown()));
    }

    /** The value that is in force, or unknown; computed fields too. */
    public FactValue value(FactField field, int year) {
        return switch (field) {
            case RESEARCH_SHARE -> share(FactField.RESEARCH_SPENDING, FactField.REVENUE, year);
            case RESEARCH_STAFF_SHARE -> share(FactField.RESEARCH_STAFF, FactField.STAFF, year);
            case SIZE ->
                sizing() instanceof Sizing.Sized sized
                        ? FactValue.of(sized.size().label())
                        : FactValue.UNKNOWN;
            default -> inForce(field, year).map(Fact::value).orElse(FactValue.UNKNOWN);
        };
    }

    /** The years of which any figure is known, the newest first. */
    public NavigableSet<Integer> years() {
        NavigableSet<Integer> years = new TreeSet<>(Comparator.reverseOrder());
        for (FactField field : FactField.entered(true)) {
            Stream.of(ofBureau, declared)
                    .flatMap(known -> known.getOrDefault(field, Map.of()).keySet().stream())
                    .filter(year -> inForce(field, year).isPresent())
                    .forEach(years::add);
        }
        return years;
    }

    /** What the firm declared and nobody answered. */
    public List<Fact> waitingFacts() {
        return facts.stream().filter(fact -> fact.state() == FactState.WAITS).toList();
    }

    /** Entries that the firm declared and nobody answered. */
    public List<Item> waitingItems() {
        return items.stream().filter(item -> item.state() == FactState.WAITS).toList();
    }

    /** What it does; empty where it is not known. */
    public Optional<Industry> industry() {
        return inForce(FactField.INDUSTRY_CODE).map(fact -> fact.value().text()).flatMap(Industry::typed);
    }

    /**
     * The year by whose figures the size is told: the newest of which enough is known; where there is none, the newest of which
     * anything is; 0 where nothing is.
     */
    public int sizingYear() {
        List<Integer> known = years().stream()
                .filter(year -> Stream.of(FactField.REVENUE, FactField.STAFF, FactField.ASSETS)
                        .anyMatch(field -> inForce(field, year).isPresent()))
                .toList();
        return known.stream()
                .filter(year -> !(sizing(year) instanceof Sizing.Missing))
                .findFirst()
                .orElse(known.isEmpty() ? 0 : known.getFirst());
    }

    /** The newest year of which a yearly field is known, computed ones too; 0 where there is none. */
    public int newestYear(FactField field) {
        return years().stream()
                .filter(year -> value(field, year).isKnown())
                .findFirst()
                .orElse(0);
    }

    /** How large it is by its industry and the figures of {@link #sizingYear}. */
    public Sizing sizing() {
        return sizing(sizingYear());
    }

    private Sizing sizing(int year) {
        Industry industry = industry().orElse(null);
        if (industry == null) {
            return new Sizing.Missing(List.of(FactField.INDUSTRY_CODE));
        }
        return Sizing.of(
                industry,
                value(FactField.STAFF, year).number(),
                value(FactField.REVENUE, year).number(),
                value(FactField.ASSETS, year).number());
    }

    /** How many entries of a kind count on a day. */
    public long count(ItemKind kind, LocalDate day) {
        return items.stream()
                .filter(item -> item.kind() == kind && item.holdsOn(day))
                .count();
    }

    /** What the bureau knows of a field, even that it knows nothing any more. */
    @Nullable
    Fact ofBureau(FactField field, int year) {
        return ofBureau.getOrDefault(field, Map.of()).get(year);
    }

    /** part ÷ whole in millionths, rounded half up; unknown where one of them is, the whole is nothing, or the share beyond all bounds. */
    private FactValue share(FactField part, FactField whole, int year) {
        Long of = value(part, year).number();
        Long all = value(whole, year).number();
        return of == null || all == null
                ? FactValue.UNKNOWN
                : ratioPpm(of, all).map(FactValue::of).orElse(FactValue.UNKNOWN);
    }

    /** of ÷ all in millionths, rounded half up; empty where the whole is nothing, and beyond a million-fold, which is no ratio. */
    public static Optional<Long> ratioPpm(long of, long all) {
        BigInteger most = BigInteger.valueOf(Math.max(all, 1)).multiply(BigInteger.valueOf(MOST_TIMES));
        return all <= 0 || BigInteger.valueOf(of).abs().compareTo(most) > 0
                ? Optional.empty()
                : Optional.of(Rounding.HALF_UP.ratio(of, Rate.ONE_PPM, all));
    }
}
