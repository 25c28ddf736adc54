package cn.zhirong.subsidy;

import cn.zhirong.enterprise.Item;
import cn.zhirong.enterprise.ItemGroup;
import cn.zhirong.enterprise.ItemKind;
import cn.zhirong.enterprise.ItemTerms;
import cn.zhirong.enterprise.Profile;
import cn.zhirong.kernel.Money;
import cn.zhirong.kernel.Rate;
import cn.zhirong.kernel.Rounding;
import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loans, fee invoices and what a firm reached on the way to the stock exchange, as records and facts that rules ask. A list counts as
 * complete once the register holds any entry of it, be it the one that says that there is nothing.
 */
final class FinancingFacts {
    private static final Map<String, String> PLEDGES = Map.of(
            "专利", "patent",
            "商标", "trademark",
            "著作权", "copyright",
            "数据知识产权", "data",
            "其他知识产权", "other-ip",
            "其他财产", "other");
    private static final Map<ItemKind, String> FEES = Map.ofEntries(
            Map.entry(ItemKind.VALUATION_FEE, "valuation"),
            Map.entry(ItemKind.GUARANTEE_FEE, "guarantee"),
            Map.entry(ItemKind.PREMIUM, "premium"),
            Map.entry(ItemKind.REGISTRATION_FEE, "registration"),
            Map.entry(ItemKind.LEGAL_FEE, "legal"),
            Map.entry(ItemKind.RATING_FEE, "rating"),
            Map.entry(ItemKind.UNDERWRITING_FEE, "underwriting"),
            Map.entry(ItemKind.TRADING_FEE, "trading"),
            Map.entry(ItemKind.AUDIT_FEE, "audit"),
            Map.entry(ItemKind.LISTING_FEE, "listing"),
            Map.entry(ItemKind.OTHER_FEE, "other"));
    private static final Map<String, String> BOARDS = Map.of(
            "科创板", "star",
            "创业板", "chinext",
            "北交所", "beijing",
            "主板", "main",
            "境外", "abroad");

    /** The stages of a listing and their facts. */
    private static final Map<ItemKind, String> STAGES = Map.of(
            ItemKind.REFORM, "reform-on",
            ItemKind.TUTORING, "tutoring-on",
            ItemKind.ACCEPTED, "accepted-on",
            ItemKind.LISTED, "listed-on",
            ItemKind.WITHDRAWN, "withdrawn-on",
            ItemKind.QUOTED, "neeq-on",
            ItemKind.INNOVATION_TIER, "neeq-innovation-on");

    /** What is told by the list of events. */
    static final Set<String> OF_EVENTS = Stream.concat(
                    STAGES.values().stream(), Stream.of("issues", "proceeds", "board", "abroad"))
            .collect(Collectors.toUnmodifiableSet());

    private final LocalDate day;
    private final Optional<Listed> loans;
    private final Optional<Listed> fees;
    private final Optional<Listed> events;

    FinancingFacts(Profile profile, LocalDate day) {
        this.day = day;
        this.loans = list(profile, ItemGroup.LOAN);
        this.fees = list(profile, ItemGroup.FEE);
        this.events = list(profile, ItemGroup.EVENT);
    }

    /**
     * A list of which something is known.
     *
     * @param items without the entry that says that there is nothing
     * @param all with it
     */
    private record Listed(List<Item> items, List<Item> all) {
        List<Item> of(ItemKind kind) {
            return items.stream().filter(item -> item.kind() == kind).toList();
        }

        Optional<Item> named(String number) {
            return items.stream().filter(item -> item.number().equals(number)).findFirst();
        }
    }

    /** Told of a fact: its name, its value and the entries it rests on. */
    interface Sink {
        void put(String name, Value value, List<Item> from);
    }

    /** Tells what is known of these facts. */
    void tell(Set<String> asked, Sink sink) {
        loans.filter(list -> asked.contains("loans"))
                .ifPresent(list -> sink.put("loans", records(list.items(), this::loan), list.all()));
        fees.filter(list -> asked.contains("invoices"))
                .ifPresent(list -> sink.put("invoices", records(list.items(), this::invoice), list.all()));
        events.filter(list -> !Collections.disjoint(OF_EVENTS, asked)).ifPresent(list -> {
            sink.put("issues", records(list.of(ItemKind.ISSUE), FinancingFacts::issue), list.all());
            listing(list, sink);
        });
    }

    private static void listing(Listed list, Sink sink) {
        STAGES.forEach((kind, name) -> {
            List<Item> reached = list.of(kind);
            Value first = reached.stream()
                    .map(Item::beginsOn)
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .map(Value::of)
                    .orElse(Value.Day.NEVER);
            sink.put(name, first, reached.isEmpty() ? list.all() : reached);
        });
        list.of(ItemKind.LISTED).stream().findFirst().ifPresent(listed -> {
            Long raised = listed.amountFen();
            if (raised != null) {
                sink.put("proceeds", Value.of(new Money(raised)), List.of(listed));
            }
            BOARDS.entrySet().stream()
                    .filter(board -> listed.title().contains(board.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .ifPresent(board -> {
                        sink.put("board", Value.of(board), List.of(listed));
                        sink.put("abroad", Value.of(board.equals("abroad")), List.of(listed));
                    });
        });
    }

    private Map<String, Value> loan(Item item) {
        ItemTerms terms = item.terms();
        Map<String, Value> values = new HashMap<>();
        money(values, "principal", item.amountFen());
        ipPart(values, item);
        interest(values, item);
        rate(values, "actual-rate", terms.ratePpm());
        day(values, "signed-on", item.filedOn());
        day(values, "drawn-on", item.beginsOn());
        pledge(values, item);
        repayment(values, item);
        word(values, "bank", item.parties());
        word(values, "guarantor", terms.secondParty());
        subsidised(values, terms);
        fees.ifPresent(list -> {
            values.put("valuation-fee", paidFor(item, list.of(ItemKind.VALUATION_FEE)));
            values.put("guarantee-fee", paidFor(item, list.of(ItemKind.GUARANTEE_FEE)));
            values.put("premium", paidFor(item, list.of(ItemKind.PREMIUM)));
        });
        return values;
    }

    /** The register holds the interest of the year before an entry was true, and it counts for that year and no other. */
    private void interest(Map<String, Value> values, Item item) {
        int year = item.asOf().getYear() - 1;
        if (item.terms().interestFen() != null && year == day.getYear() - 1) {
            money(values, "interest-paid", item.terms().interestFen());
            values.put("interest-year", Value.of(year));
        }
    }

    /** The register does not say of which level other money was: none at all is none of the city's either. */
    private static void subsidised(Map<String, Value> values, ItemTerms terms) {
        Boolean subsidised = terms.subsidised();
        if (subsidised != null) {
            values.put("other-subsidy", Value.of(subsidised));
            if (!subsidised) {
                values.put("other-municipal-subsidy", Value.of(false));
            }
        }
    }

    /** All of a loan that rests on intellectual property alone, nothing of one that does not, else what the bank wrote. */
    private static void ipPart(Map<String, Value> values, Item item) {
        Long principal = item.amountFen();
        Long part = item.terms().ipAmountFen();
        if (part == null) {
            part = switch (item.kind()) {
                case IP_LOAN -> principal;
                case OTHER_LOAN -> Long.valueOf(0);
                default -> null;
            };
        }
        money(values, "ip-principal", part);
        if (part != null && principal != null && principal > 0) {
            values.put("ip-share", Value.of(new Rate(Rounding.HALF_UP.ratio(part, Rate.ONE_PPM, principal))));
        }
    }

    private static void pledge(Map<String, Value> values, Item item) {
        String pledge = item.terms().pledge();
        if (!pledge.isEmpty()) {
            List<String> codes = new ArrayList<>();
            for (String kind : pledge.split("、")) {
                Optional.ofNullable(PLEDGES.get(kind)).ifPresent(codes::add);
            }
            values.put("pledged-kinds", Value.ofCodes(codes));
        }
        LocalDate registered = item.terms().registeredOn();
        if (registered == null && pledge.equals(ItemGroup.NO_PLEDGE)) {
            values.put("pledged-on", Value.Day.NEVER);
        } else {
            day(values, "pledged-on", registered);
        }
    }

    /** Where somebody said how it is paid back, a loan without the day of its end is not at its end. */
    private static void repayment(Map<String, Value> values, Item item) {
        boolean told = !item.status().isEmpty();
        LocalDate settled = item.terms().settledOn();
        if (settled != null) {
            values.put("settled-on", Value.of(settled));
        } else if (told) {
            values.put("settled-on", Value.Day.NEVER);
        }
        if (told) {
            values.put("overdue", Value.of(item.status().equals(ItemGroup.OVERDUE)));
        }
    }

    /** What was paid for a loan in the year before the day asked: figures count for that year and no other. */
    private Value paidFor(Item loan, List<Item> ofKind) {
        long fen = 0;
        for (Item fee : ofKind) {
            LocalDate issued = fee.beginsOn();
            Long gross = fee.amountFen();
            boolean isOfLoan =
                    !loan.number().isEmpty() && fee.terms().belongsTo().equals(loan.number());
            if (isOfLoan && issued != null && gross != null && issued.getYear() == day.getYear() - 1) {
                fen = Math.addExact(fen, gross);
            }
        }
        return Value.of(new Money(fen));
    }

    private Map<String, Value> invoice(Item item) {
        Map<String, Value> values = new HashMap<>();
        values.put("fee", Value.of(FEES.getOrDefault(item.kind(), "other")));
        money(values, "gross", item.amountFen());
        rate(values, "tax-rate", item.terms().ratePpm());
        day(values, "issued-on", item.beginsOn());
        word(values, "institution", item.parties());
        word(values, "payer", item.terms().secondParty());
        String number = item.terms().belongsTo();
        word(values, "belongs-to", number);
        if (!number.isEmpty()) {
            Optional<Item> loan = loans.flatMap(list -> list.named(number));
            Optional<Item> event = events.flatMap(list -> list.named(number));
            if (loan.isPresent()) {
                values.put("purpose", Value.of("loan"));
                money(values, "loan-principal", loan.get().amountFen());
            } else if (event.isPresent()) {
                values.put("purpose", Value.of(event.get().kind() == ItemKind.ISSUE ? "issue" : "other"));
            }
        }
        return values;
    }

    private static Map<String, Value> issue(Item item) {
        Map<String, Value> values = new HashMap<>();
        money(values, "issue-size", item.amountFen());
        money(values, "financing-cost", item.terms().interestFen());
        day(values, "issued-on", item.beginsOn());
        return values;
    }

    private interface Fields {
        Map<String, Value> of(Item item);
    }

    private static Value records(List<Item> items, Fields fields) {
        return Value.ofRecords(items.stream()
                .map(item ->
                        new FactRecord(EnterpriseFacts.name(item), fields.of(item), EnterpriseFacts.provenance(item)))
                .toList());
    }

    /** Empty where nothing is known of the list. */
    private static Optional<Listed> list(Profile profile, ItemGroup group) {
        List<Item> all = profile.items(group);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Listed(
                        all.stream().filter(item -> !item.kind().saysNothing()).toList(), all));
    }

    private static void money(Map<String, Value> values, String name, @Nullable Long fen) {
        if (fen != null) {
            values.put(name, Value.of(new Money(fen)));
        }
    }

    private static void rate(Map<String, Value> values, String name, @Nullable Long ppm) {
        if (ppm != null) {
            values.put(name, Value.of(new Rate(ppm)));
        }
    }

    private static void day(Map<String, Value> values, String name, @Nullable LocalDate day) {
        if (day != null) {
            values.put(name, Value.of(day));
        }
    }

    /** Names of banks and institutions are words of at most sixty characters. */
    private static void word(Map<String, Value> values, String name, String word) {
        if (!word.isEmpty() && word.codePointCount(0, word.length()) <= 60) {
            values.put(name, Value.of(word));
        }
    }
}
