package cn.zhirong.subsidy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where somebody is in a calculation: what their browser sent. {@code way} is {@code form} or {@code steps}; of steps,
 * {@code step} is the fact asked on the page, {@code done} and {@code skipped} those before it.
 */
record CalculatorState(Map<String, String> sent) {
    private static final int MOST_FIELDS = 2_000;
    private static final int LONGEST = 200;

    CalculatorState {
        Map<String, String> bounded = new LinkedHashMap<>();
        sent.entrySet().stream().limit(MOST_FIELDS).forEach(entry -> bounded.put(entry.getKey(), entry.getValue()));
        sent = bounded;
    }

    String programme() {
        return get("programme");
    }

    String asOf() {
        return get("asOf");
    }

    boolean isForm() {
        return get("way").equals("form");
    }

    /** Whether the answers are to be shown again. */
    boolean edits() {
        return sent.containsKey("edit");
    }

    /** Whether no more is to be asked. */
    boolean wantsResult() {
        return sent.containsKey("show");
    }

    /** The list that is to have another row. */
    Optional<String> adds() {
        return Optional.ofNullable(sent.get("add"));
    }

    /** The fact that was asked. */
    Optional<String> step() {
        return Optional.of(get("step")).filter(step -> !step.isEmpty());
    }

    /** What was typed into the fields of facts. */
    Map<String, String> typed() {
        Map<String, String> typed = new TreeMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith("f-")) {
                typed.put(name, value);
            }
        });
        adds().ifPresent(list -> typed.put(
                "f-" + list + "-n",
                Integer.toString(Math.min(FactForm.MOST_ROWS, Math.max(1, FactAnswers.rows(typed, list)) + 1))));
        return typed;
    }

    /** The facts that were answered: all of a form, or those of the steps so far that were not passed over. */
    List<String> answered(FactForm form) {
        if (isForm()) {
            return List.copyOf(form.wanted().keySet());
        }
        Set<String> answered = new LinkedHashSet<>(words("done"));
        step().filter(step -> !sent.containsKey("skip")).ifPresent(answered::add);
        return new ArrayList<>(answered);
    }

    /** The facts that were passed over. */
    List<String> skipped() {
        Set<String> skipped = new LinkedHashSet<>(words("skipped"));
        step().filter(step -> sent.containsKey("skip")).ifPresent(skipped::add);
        return new ArrayList<>(skipped);
    }

    /** What the next page of steps carries along, besides its own fields. */
    Map<String, String> carried(FactForm form, String without) {
        Map<String, String> carried = new LinkedHashMap<>();
        carried.put("way", "steps");
        carried.put("programme", programme());
        carried.put("asOf", asOf());
        carried.put(
                "done",
                String.join(
                        ",",
                        answered(form).stream()
                                .filter(fact -> !fact.equals(without))
                                .toList()));
        carried.put("skipped", String.join(",", skipped()));
        typed().forEach((name, value) -> {
            boolean own = !without.isEmpty() && (name.equals("f-" + without) || name.startsWith("f-" + without + "-"));
            if (!own && value.length() <= LONGEST) {
                carried.put(name, value);
            }
        });
        return carried;
    }

    private List<String> words(String field) {
        return Arrays.stream(get(field).split(","))
                .filter(word -> !word.isEmpty() && word.length() <= 60)
                .limit(200)
                .toList();
    }

    private String get(String field) {
        return sent.getOrDefault(field, "");
    }
}
