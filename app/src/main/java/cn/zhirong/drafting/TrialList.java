package cn.zhirong.drafting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which of a trial's firms are listed, those that are moved most first. */
enum TrialList {
    GRANTED("可得补贴", false, one -> one.now() == TrialClass.GRANTED),
    NEW(TrialChange.NEW),
    MORE(TrialChange.MORE),
    SAME(TrialChange.SAME),
    LESS(TrialChange.LESS),
    LOST(TrialChange.LOST),
    OPEN(TrialChange.OPEN),
    WAITING("待定", false, one -> one.now().isOpen()),
    NOTHING(TrialClass.NOTHING.label(), false, one -> one.now() == TrialClass.NOTHING),
    NOT_MET(TrialClass.NOT_MET.label(), false, one -> one.now() == TrialClass.NOT_MET);

    private static final Comparator<TrialOutcome> MOST_FIRST = Comparator.comparingLong(
                    (TrialOutcome one) -> -Math.abs(one.differenceFen()))
            .thenComparing(Comparator.comparingLong(TrialOutcome::fen).reversed())
            .thenComparingLong(TrialOutcome::id);

    private final String label;
    private final boolean comparing;
    private final Predicate<TrialOutcome> which;

    TrialList(String label, boolean comparing, Predicate<TrialOutcome> which) {
        this.label = label;
        this.comparing = comparing;
        this.which = which;
    }

    TrialList(TrialChange change) {
        this(change.label(), true, one -> one.change() == change);
    }

    String label() {
        return label;
    }

    /** Whether it wants a version in force. */
    boolean isComparing() {
        return comparing;
    }

    /** Its part of an address. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many are on it. */
    int count(List<TrialOutcome> all) {
        return Math.toIntExact(all.stream().filter(which).count());
    }

    List<TrialOutcome> of(List<TrialOutcome> all) {
        return all.stream().filter(which).sorted(MOST_FIRST).toList();
    }

    /** The list of a change; of those that get nothing either way there is none but {@link #NOT_MET}. */
    static TrialList of(TrialChange change) {
        return switch (change) {
            case NEW -> NEW;
            case MORE -> MORE;
            case SAME -> SAME;
            case LESS -> LESS;
            case LOST -> LOST;
            case OPEN -> OPEN;
            case NONE -> NOT_MET;
        };
    }

    /** By its part of an address; what is none lists those that get something. */
    static TrialList named(String path, boolean compared) {
        return Arrays.stream(values())
                .filter(list -> list.path().equals(path) && (compared || !list.comparing))
                .findFirst()
                .orElse(GRANTED);
    }
}
