package cn.zhirong.enterprise;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the list of firms was asked for; what nobody can ask for is as if it were not there. An empty word asks for nothing.
 *
 * @param words in the name, or the beginning of the code
 * @param section letter of an industry's section
 * @param size name of a {@link SizeClass}
 * @param kind key of an honour that holds today
 * @param waiting {@code yes} for those with declarations to answer
 * @param sort {@code revenue}, {@code name}, {@code changed}, or empty for the order of entry
 */
record EnterpriseFilter(
        String words, String zone, String section, String size, String kind, String waiting, String sort) {
    static final List<String> SORTS = List.of("", "name", "revenue", "changed");
    private static final int LONGEST = 100;

    static EnterpriseFilter of(Map<String, String> asked) {
        String section = word(asked, "section");
        String size = word(asked, "size");
        String sort = word(asked, "sort");
        return new EnterpriseFilter(
                word(asked, "q"),
                word(asked, "zone"),
                section.length() == 1 && Industry.letters().contains(section.charAt(0)) ? section : "",
                Arrays.stream(SizeClass.values()).anyMatch(it -> it.name().equals(size)) ? size : "",
                ItemKind.of(word(asked, "honour")).map(ItemKind::key).orElse(""),
                word(asked, "waiting").equals("yes") ? "yes" : "",
                SORTS.contains(sort) ? sort : "");
    }

    /** As LIKE wants it in a name; empty where nothing is looked for. */
    String like() {
        return words.isEmpty() ? "" : "%" + escaped(words) + "%";
    }

    /** As LIKE wants it at the beginning of a code. */
    String likeCode() {
        return escaped(words.toUpperCase(Locale.ROOT)) + "%";
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    int onlyWaiting() {
        return waiting.isEmpty() ? 0 : 1;
    }

    boolean isEmpty() {
        return fields().isEmpty();
    }

    /** By the names of the form's fields, without what is empty. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("q", words);
        fields.put("zone", zone);
        fields.put("section", section);
        fields.put("size", size);
        fields.put("honour", kind);
        fields.put("waiting", waiting);
        fields.put("sort", sort);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** As it stands in an address. */
    String address() {
        return fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String word(Map<String, String> asked, String name) {
        String word = asked.getOrDefault(name, "").strip();
        return FactText.cut(word, LONGEST);
    }
}
