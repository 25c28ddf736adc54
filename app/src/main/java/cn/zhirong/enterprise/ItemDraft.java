package cn.zhirong.enterprise;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody typed of an entry, once it is found to be right. */
record ItemDraft(
        ItemKind kind,
        String number,
        String title,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        String status,
        String parties,
        @Nullable Long amountFen,
        ItemTerms terms) {
    static final String KIND = "kind";

    /** One that has no more than every entry has. */
    ItemDraft(
            ItemKind kind,
            String number,
            String title,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            String status,
            String parties,
            @Nullable Long amountFen) {
        this(kind, number, title, filedOn, beginsOn, endsOn, status, parties, amountFen, ItemTerms.NONE);
    }

    /** Something wrong: the field and what should be done. */
    record Wrong(String field, String message) {}

    /** Reads all columns of a group by their fields; all that is wrong is added to the list, and then there is no draft. */
    static @Nullable ItemDraft read(ItemGroup group, Function<String, String> typed, List<Wrong> wrong) {
        return new ItemReading(group, typed, wrong).read();
    }

    /** Whether an entry says the very same. */
    boolean equalsItem(Item item) {
        return equals(of(item));
    }

    /** What an entry is about. */
    record Subject(
            String kind,
            String number,
            String title,
            @Nullable LocalDate beginsOn) {}

    /**
     * What it is about: the kind and the number, or title and day where there is no number. A loan is the same under whichever kind:
     * its contract has one number.
     */
    Subject subject() {
        String alike = kind.group() == ItemGroup.LOAN && !kind.saysNothing() ? ItemGroup.LOAN.path() : kind.key();
        return number.isEmpty() ? new Subject(alike, "", title, beginsOn) : new Subject(alike, number, "", null);
    }

    /** Whether an entry is about the same thing. */
    boolean isAbout(Item item) {
        return subject().equals(of(item).subject());
    }

    static ItemDraft of(Item item) {
        return new ItemDraft(
                item.kind(),
                item.number(),
                item.title(),
                item.filedOn(),
                item.beginsOn(),
                item.endsOn(),
                item.status(),
                item.parties(),
                item.amountFen(),
                item.terms());
    }

    /** As a form shows it again, by field. */
    Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>();
        typed.put(KIND, kind.key());
        for (ItemColumn column : ItemColumn.values()) {
            typed.put(column.field(), typed(column));
        }
        return typed;
    }

    /** As it is typed into a column, without its unit; empty where nothing is known. */
    String typed(ItemColumn column) {
        return switch (column) {
            case NUMBER -> number;
            case TITLE -> title;
            case FILED_ON -> day(filedOn);
            case BEGINS_ON -> day(beginsOn);
            case ENDS_ON -> day(endsOn);
            case STATUS -> status;
            case PARTIES -> parties;
            case AMOUNT -> money(amountFen);
            case IP_AMOUNT -> money(terms.ipAmountFen());
            case INTEREST -> money(terms.interestFen());
            case RATE -> terms.ratePpm() == null ? "" : FactText.percent(terms.ratePpm());
            case PLEDGE -> terms.pledge();
            case REGISTERED_ON -> day(terms.registeredOn());
            case SETTLED_ON -> day(terms.settledOn());
            case SECOND_PARTY -> terms.secondParty();
            case BELONGS_TO -> terms.belongsTo();
            case SUBSIDISED -> terms.subsidised() == null ? "" : terms.subsidised() ? "是" : "否";
        };
    }

    /** What these columns say, those that say something, with what they are called. */
    String words(List<ItemColumn> columns) {
        return columns.stream()
                .filter(column -> !typed(column).isEmpty())
                .map(column -> (kind.group().label(column) + " " + typed(column) + " " + column.unit()).strip())
                .collect(Collectors.joining("；"));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String money(@Nullable Long fen) {
        return fen == null ? "" : FactText.wan(fen);
    }
}
