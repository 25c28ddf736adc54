package cn.zhirong.enterprise;

import cn.zhirong.enterprise.ProfileView.Past;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever entered of a firm, in words.
 *
 * @param own whether the firm itself reads it
 */
record ProfileHistory(Profile profile, boolean own) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Enterprises.ZONE);

    /** What was ever entered, the newest first. */
    List<Past> lines() {
        record Dated(Instant at, long id, Past past) {}
        Stream<Dated> facts = profile.history().stream()
                .map(fact -> new Dated(
                        fact.enteredAt(),
                        fact.id(),
                        new Past(
                                TIME.format(fact.enteredAt()),
                                FactDesk.words(fact.field(), fact.year()),
                                FactText.shown(fact.field(), fact.value()),
                                fact.source().label(),
                                fact.asOf().toString(),
                                fact.evidence(),
                                who(fact.source(), fact.enteredBy()),
                                fact.state().label(),
                                answer(fact.answeredBy(), fact.answeredAt(), fact.answer()))));
        Stream<Dated> items = profile.allItems().stream()
                .map(item -> new Dated(
                        item.enteredAt(),
                        item.id(),
                        new Past(
                                TIME.format(item.enteredAt()),
                                item.kind().group().label(),
                                words(item),
                                item.source().label(),
                                item.asOf().toString(),
                                item.evidence(),
                                who(item.source(), item.enteredBy()),
                                item.state().label(),
                                answer(item.answeredBy(), item.answeredAt(), item.answer()))));
        return Stream.concat(facts, items)
                .sorted(Comparator.comparing(Dated::at)
                        .thenComparingLong(Dated::id)
                        .reversed())
                .map(Dated::past)
                .toList();
    }

    /** The firm does not read which officer it was. */
    private String who(FactSource source, String by) {
        return own && source != FactSource.DECLARED ? "本单位" : by.equals("system") ? "系统" : by;
    }

    private String answer(@Nullable String by, @Nullable Instant at, String words) {
        if (by == null || at == null) {
            return "";
        }
        return TIME.format(at) + (own ? "" : " " + by) + (words.isEmpty() ? "" : "：" + words);
    }

    /** What an entry says; of a loan, a fee or an event all of it, since officers answer it. */
    static String words(Item item) {
        ItemGroup group = item.kind().group();
        if (!group.hasTerms()) {
            return item.words() + days(item);
        }
        String all = ItemDraft.of(item).words(group.columns());
        return item.kind().label() + (all.isEmpty() ? "" : "：" + all);
    }

    private static String days(Item item) {
        String from = item.beginsOn() == null ? "" : item.beginsOn().toString();
        String to = item.endsOn() == null ? "" : " 至 " + item.endsOn();
        return from.isEmpty() && to.isEmpty() ? "" : "，" + from + to;
    }
}
