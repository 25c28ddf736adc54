package cn.zhirong.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhirong.bundle.YamlText;
import cn.zhirong.drafting.RuleDifferences.Difference;
import cn.zhirong.rule.Rule;
import cn.zhirong.rule.RuleYaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every single change of every rule we have that changes what is written of it is told, and in words that differ. */
class AnyChangeIsToldTest {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?=[^0-9.]*$)");
    /** What stands at a key anywhere in the rules is tried at that key everywhere, so many at a time. */
    private static final int MOST_TRIED = 2;

    private static final List<String> ADDED = List.of(
            "rounding",
            "provision",
            "payee",
            "claim-within",
            "withdrawn",
            "deducts",
            "plus",
            "most-days",
            "group",
            "pick");

    private static final Map<String, List<Object>> ELSEWHERE = elsewhere();

    @ParameterizedTest
    @MethodSource("cn.zhirong.drafting.GoldenTexts#all")
    void a_change_of_any_part_is_told(String name) {
        Rule before = rule(name);
        Object tree = tree(RuleYaml.write(before));
        List<String> untold = new ArrayList<>();
        int tried = 0;
        for (Object changed : changed("", tree)) {
            if (!(changed instanceof Map<?, ?> map)) {
                continue;
            }
            Rule after = RuleForm.ofText(YamlText.write(texts(map)), GoldenTexts.WITH_BUNDLED)
                    .rule();
            if (after == null || sameButForOrder(before, after)) {
                continue;
            }
            tried++;
            List<Difference> told = RuleDifferences.between(before, after);
            boolean asWritten = told.stream().anyMatch(one -> one.section().equals("文本"));
            if (told.isEmpty()
                    || asWritten
                    || told.stream().anyMatch(one -> one.before().equals(one.after()))) {
                untold.add(told + " of " + lines(RuleYaml.write(before), RuleYaml.write(after)));
            }
        }
        assertThat(tried).isGreaterThan(20);
        assertThat(untold).isEmpty();
    }

    /** Conditions that must all hold, limits, relations, and amounts to several or without a limit in common: any order will do. */
    private static boolean sameButForOrder(Rule before, Rule after) {
        return ordered(RuleYaml.write(before)).equals(ordered(RuleYaml.write(after)));
    }

    private static Object ordered(String text) {
        Map<String, Object> rule = new LinkedHashMap<>(texts((Map<?, ?>) tree(text)));
        for (String key : List.of("conditions", "item-conditions", "caps", "relations")) {
            rule.computeIfPresent(
                    key,
                    (same, list) -> ((List<?>) list)
                            .stream().map(Object::toString).sorted().toList());
        }
        boolean shared = ((List<?>) rule.getOrDefault("caps", List.of()))
                .stream()
                        .anyMatch(cap -> !cap.toString().contains("of=")
                                && !cap.toString().contains("per=years"));
        rule.computeIfPresent(
                "benefits",
                (same, list) -> ((List<?>) list)
                        .stream()
                                .sorted(Comparator.comparing(one -> shared
                                        ? texts((Map<?, ?>) one).get("to").toString()
                                        : one.toString()))
                                .toList());
        return rule;
    }

    private static List<Object> changed(String key, Object node) {
        List<Object> all = new ArrayList<>();
        switch (node) {
            case Map<?, ?> map -> {
                for (String added : ADDED) {
                    if (!map.containsKey(added) && ELSEWHERE.containsKey(added)) {
                        all.add(with(map, copy -> {
                            copy.put(added, ELSEWHERE.get(added).getFirst());
                            return copy;
                        }));
                    }
                }
                for (Map.Entry<String, Object> entry : texts(map).entrySet()) {
                    all.add(with(map, copy -> {
                        copy.remove(entry.getKey());
                        return copy;
                    }));
                    changed(entry.getKey(), entry.getValue())
                            .forEach(value -> all.add(with(map, copy -> {
                                copy.put(entry.getKey(), value);
                                return copy;
                            })));
                }
            }
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    int at = i;
                    all.add(without(list, at));
                    List<Object> twice = new ArrayList<>(list);
                    twice.add(list.get(at));
                    all.add(twice);
                    if (at > 0) {
                        List<Object> swapped = new ArrayList<>(list);
                        Collections.swap(swapped, at - 1, at);
                        all.add(swapped);
                    }
                    changed(key + "[]", list.get(at)).forEach(value -> {
                        List<Object> copy = new ArrayList<>(list);
                        copy.set(at, value);
                        all.add(copy);
                    });
                }
            }
            case Boolean yes -> all.add(!yes);
            default -> {
                String text = node.toString();
                if (DAY.matcher(text).matches()) {
                    all.add(LocalDate.parse(text).plusDays(1).toString());
                } else {
                    all.add(NUMBER.matcher(text)
                            .replaceFirst(number -> String.valueOf(Long.parseLong(number.group()) + 1)));
                }
            }
        }
        List<Object> others = ELSEWHERE.getOrDefault(key, List.of());
        int start = Math.floorMod(node.toString().hashCode(), Math.max(1, others.size()));
        for (int i = 0; i < Math.min(MOST_TRIED, others.size()); i++) {
            all.add(others.get((start + i) % others.size()));
        }
        return all;
    }

    private static Object with(Map<?, ?> map, UnaryOperator<Map<String, Object>> change) {
        return change.apply(new LinkedHashMap<>(texts(map)));
    }

    private static List<Object> without(List<?> list, int at) {
        List<Object> copy = new ArrayList<>(list);
        copy.remove(at);
        return copy;
    }

    private static Map<String, List<Object>> elsewhere() {
        Map<String, Set<Object>> found = new LinkedHashMap<>();
        GoldenTexts.all().forEach(name -> gather("", tree(RuleYaml.write(rule(name))), found));
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        found.forEach((key, values) -> lists.put(key, List.copyOf(values)));
        lists.remove("");
        return lists;
    }

    private static void gather(String key, Object node, Map<String, Set<Object>> found) {
        found.computeIfAbsent(key, same -> new LinkedHashSet<>()).add(node);
        if (node instanceof Map<?, ?> map) {
            map.forEach((below, value) -> gather(below.toString(), value, found));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> gather(key + "[]", value, found));
        }
    }

    private static List<String> lines(String before, String after) {
        List<String> lines = new ArrayList<>();
        before.lines()
                .filter(line -> !after.contains(line))
                .map(line -> "- " + line.strip())
                .forEach(lines::add);
        after.lines()
                .filter(line -> !before.contains(line))
                .map(line -> "+ " + line.strip())
                .forEach(lines::add);
        return lines;
    }

    private static Rule rule(String name) {
        RuleForm form = RuleForm.ofText(GoldenTexts.text(name), GoldenTexts.WITH_BUNDLED);
        return Objects.requireNonNull(form.rule(), () -> form.problems().toString());
    }

    private static Object tree(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    @SuppressWarnings("unchecked") // what was written by us has texts for keys
    private static Map<String, Object> texts(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
