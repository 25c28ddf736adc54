package cn.zhirong.application;

import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.FactRef;
import cn.zhirong.rule.Facts;
import cn.zhirong.rule.Payment;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The loans, invoices and events of an application, written so that the same one is the same word whoever typed it. */
final class Things {
    private static final int LONGEST_KEY = 100;

    private Things() {}

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

    /** Payments for what these facts name too, under the names the facts give: so that they are known for the same. */
    static List<Payment> asNamed(Rule rule, Facts facts, List<Payment> paid) {
        FactRef each = rule.each();
        if (each == null) {
            return paid;
        }
        Map<String, String> names = new HashMap<>();
        keys(facts, each.definition().name()).forEach(key -> names.putIfAbsent(same(key), key));
        return paid.stream()
                .map(payment -> payment.key().isEmpty()
                        ? payment
                        : named(payment, names.getOrDefault(same(payment.key()), payment.key())))
                .toList();
    }

    private static Payment named(Payment payment, String key) {
        return new Payment(
                payment.rule(),
                payment.benefit(),
                payment.groups(),
                payment.to(),
                payment.payee(),
                key,
                payment.stage(),
                payment.year(),
                payment.fen());
    }

    /** Wide letters are narrow, small ones capital; blanks and what joins are left out. */
    static String same(String key) {
        String narrow = Normalizer.normalize(key, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}_./·]+", "");
        return narrow.length() > LONGEST_KEY ? narrow.substring(0, LONGEST_KEY) : narrow;
    }

    /** In Chinese, such as 贷款 HT2026001. */
    static String words(String thing) {
        int cut = thing.indexOf('/');
        String list = thing.substring(0, cut);
        return StandardFacts.catalogue().find(list).map(it -> it.label()).orElse(list) + " " + thing.substring(cut + 1);
    }
}
