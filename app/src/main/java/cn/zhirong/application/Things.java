package cn.zhirong.application;

import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactRef;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payout;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.ThingKey;
import cn.zhirong.rule.Value;
import cn.zhirong.subsidy.Programme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loans, invoices and events of an application, written so that the same one is the same word whoever typed it. */
final class Things {
    private static final String ONCE = "once";

    private Things() {}

    /** What an application asks money for; of a programme that nobody applies for also that it is had once a year. */
    static List<String> of(Programme programme, ApplicationRow row, Rule rule, Facts facts) {
        List<String> things = new ArrayList<>(of(rule, facts));
        if (programme.content().automatic()) {
            things.add(once(programme, row));
        }
        return things;
    }

    /** What a rule pays for one by one, of these facts; none where it pays for the firm itself. */
    static List<String> of(Rule rule, Facts facts) {
        FactRef each = rule.each();
        if (each == null) {
            return List.of();
        }
        String list = each.definition().name();
        cn.zhirong.rule.@Nullable Fact known = facts.get(list);
        return known != null && known.value() instanceof Value.Records records
                ? records.records().stream()
                        .map(FactRecord::id)
                        .map(key -> list + "/" + same(key))
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** Of these only what money is paid for: a loan that is not eligible may be asked for again elsewhere. */
    static Set<String> paidFor(Programme programme, ApplicationRow row, Rule rule, List<Payout> payouts) {
        Set<String> things = new HashSet<>();
        FactRef each = rule.each();
        if (each != null) {
            payouts.forEach(payout -> things.add(each.definition().name() + "/" + same(payout.key())));
        }
        if (programme.content().automatic()) {
            things.add(once(programme, row));
        }
        return things;
    }

    private static String once(Programme programme, ApplicationRow row) {
        return ONCE + "/" + programme.id() + "-" + row.enterpriseId() + "-"
                + row.openedOn().getYear();
    }

    /** The same as they were typed. */
    static List<String> keys(Rule rule, Facts facts) {
        FactRef each = rule.each();
        return each == null
                ? List.of()
                : keys(facts, each.definition().name()).stream().distinct().toList();
    }

    /** Of names as they were typed, the places of those that an earlier one names already. */
    static List<Integer> twice(List<String> keys) {
        Set<String> before = new HashSet<>();
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            if (!keys.get(at).isBlank() && !before.add(same(keys.get(at)))) {
                places.add(at);
            }
        }
        return places;
    }

    /** The names in a list of these facts; none where it is not known. */
    static List<String> keys(Facts facts, String list) {
        cn.zhirong.rule.@Nullable Fact known = facts.get(list);
        return known != null && known.value() instanceof Value.Records records
                ? records.records().stream().map(FactRecord::id).toList()
                : List.of();
    }

    /** Names of what a rule pays for one by one that say the same as one before them, written otherwise. */
    static List<String> twice(Rule rule, Facts facts) {
        FactRef each = rule.each();
        List<String> keys =
                each == null ? List.of() : keys(facts, each.definition().name());
        return twice(keys).stream().map(keys::get).toList();
    }

    /** Wide letters are narrow, small ones capital; blanks and what joins are left out. */
    static String same(String key) {
        return ThingKey.of(key);
    }

    /** In Chinese, such as 贷款 HT2026001. */
    static String words(String thing) {
        int cut = thing.indexOf('/');
        String list = thing.substring(0, cut);
        if (list.equals(ONCE)) {
            return "同一年度的同一项目";
        }
        return StandardFacts.catalogue().find(list).map(it -> it.label()).orElse(list) + " " + thing.substring(cut + 1);
    }
}
