package cn.zhirong.assistant;

import cn.zhirong.rule.FactRecord;
import cn.zhirong.rule.Provenance;
import cn.zhirong.rule.StandardFacts;
import cn.zhirong.rule.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** How much intellectual property of each kind somebody says that they have. */
final class SaidProperty {
    /** As many as a list takes. */
    private static final int MOST_RECORDS = 200;

    private final Map<String, Integer> counted = new LinkedHashMap<>();

    /**
     * What is said in one turn; of several the last holds.
     *
     * @param text as {@link SaidAmount#normal} leaves it
     * @param unsure takes the labels of what is said twice and differently, and loses those of what is put right
     */
    void turn(String text, Set<String> unsure) {
        Map<String, Set<Integer>> said = new LinkedHashMap<>();
        Matcher matcher = SaidPatterns.COUNTED.matcher(text);
        while (matcher.find()) {
            boolean numberFirst = matcher.group(1) != null;
            String word = matcher.group(numberFirst ? 2 : 3);
            int count = number(matcher.group(numberFirst ? 1 : 4));
            if (!SaidPatterns.NOT
                    .matcher(SaidPatterns.before(text, matcher.start()))
                    .find()) {
                said.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(count);
            }
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        said.forEach((word, numbers) -> {
            String kind = SaidPatterns.PROPERTY.getOrDefault(word, "");
            if (numbers.size() > 1 && !SaidPatterns.CORRECTS.matcher(text).find()) {
                unsure.add(label(kind));
                counted.remove(kind);
            } else {
                counts.merge(kind, List.copyOf(numbers).getLast(), Integer::sum);
                unsure.remove(label(kind));
            }
        });
        counted.putAll(counts);
    }

    /** One record each; none where there are more than a list takes: they were misread, or are not to be listed one by one. */
    List<FactRecord> assets(Provenance provenance) {
        List<FactRecord> records = new ArrayList<>();
        counted.forEach((kind, count) -> {
            for (int number = 1; number <= Math.min(count, MOST_RECORDS + 1); number++) {
                records.add(new FactRecord(label(kind) + number, Map.of("kind", Value.of(kind)), provenance));
            }
        });
        return records.size() > MOST_RECORDS ? List.of() : records;
    }

    private static String label(String kind) {
        return StandardFacts.catalogue()
                .find("ip-assets")
                .map(list -> list.fields().get("kind"))
                .map(field -> field.codeLabel(kind))
                .orElse(kind);
    }

    private static int number(String words) {
        int digit = "一二两三四五六七八九十".indexOf(words);
        if (digit < 0) {
            return Integer.parseInt(words);
        }
        return digit < 2 ? digit + 1 : digit;
    }
}
