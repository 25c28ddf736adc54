package cn.zhirong.drafting;

import cn.zhirong.subsidy.ProgrammeContent;
import cn.zhirong.subsidy.ProgrammeVersion.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of the form of a programme: what is written as fields, and rows that come and go by its buttons. */
final class ProgrammeFields {
    static final String WINDOW = "window";
    static final String MATERIAL = "material";

    /** More rows than this is no form that a person fills in. */
    static final int MOST_ROWS = 60;

    private static final Pattern ROW = Pattern.compile("(window|material)-([0-9]{1,3})-[a-z]+");
    private static final Pattern BUTTON = Pattern.compile("(add|remove):(window|material)(?:-([0-9]{1,3}))?");

    private ProgrammeFields() {}

    static Map<String, String> of(Text text) {
        ProgrammeContent content = text.content();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", text.title());
        fields.put("kind", text.kind().name());
        fields.put("policy", text.policy());
        fields.put("summary", content.summary());
        fields.put("audience", content.audience());
        fields.put("status", content.announced() ? "ANNOUNCED" : content.closed() ? "CLOSED" : "OPEN");
        fields.put("place", content.contact().place());
        fields.put("phone", content.contact().phone());
        fields.put("rationing", content.rationing().name());
        fields.put("places", content.places() == null ? "" : String.valueOf(content.places()));
        flag(fields, "automatic", content.automatic());
        flag(fields, "illustrative", content.illustrative());
        fields.put("note", content.note());
        ProgrammeClocks.of(content.clocks()).forEach(fields::put);
        int row = 1;
        for (ProgrammeContent.Window window : content.windows()) {
            String name = WINDOW + "-" + row++ + "-";
            fields.put(name + "from", window.from().toString());
            fields.put(name + "until", window.until().toString());
            fields.put(name + "note", window.note());
        }
        row = 1;
        for (ProgrammeContent.Material material : content.materials()) {
            String name = MATERIAL + "-" + row++ + "-";
            fields.put(name + "id", material.id());
            fields.put(name + "name", material.name());
            flag(fields, name + "required", material.required());
            fields.put(name + "note", material.note());
            fields.put(name + "provision", material.provision());
        }
        return fields;
    }

    private static void flag(Map<String, String> fields, String name, boolean on) {
        if (on) {
            fields.put(name, "on");
        }
    }

    /** The rows that are there, such as {@code window-2}, in their order. */
    static List<String> rows(Map<String, String> fields, String group) {
        return fields.keySet().stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(match -> match.group(1).equals(group))
                .map(match -> Integer.valueOf(match.group(2)))
                .distinct()
                .sorted()
                .limit(MOST_ROWS)
                .map(number -> group + "-" + number)
                .toList();
    }

    /** What a button makes of the fields; anything else that is pressed leaves them as they are. */
    static Map<String, String> after(Map<String, String> fields, String button) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        Matcher match = BUTTON.matcher(button);
        if (!match.matches()) {
            return changed;
        }
        String group = match.group(2);
        if (match.group(1).equals("add")) {
            List<String> rows = rows(fields, group);
            int last = rows.isEmpty() ? 0 : Integer.parseInt(rows.getLast().substring(group.length() + 1));
            if (rows.size() < MOST_ROWS && last < 999) {
                changed.put(group + "-" + (last + 1) + "-note", "");
            }
        } else {
            String row = group + "-" + match.group(3) + "-";
            changed.keySet().removeIf(name -> name.startsWith(row));
        }
        return changed;
    }

    /** The rows with something in them, as they are named in the form. */
    static List<String> filled(Map<String, String> fields, String group) {
        List<String> filled = new ArrayList<>();
        for (String row : rows(fields, group)) {
            boolean blank = fields.entrySet().stream()
                    .filter(field -> field.getKey().startsWith(row + "-"))
                    .filter(field -> !field.getKey().equals(row + "-id"))
                    .allMatch(field -> field.getValue().isBlank());
            if (!blank) {
                filled.add(row);
            }
        }
        return filled;
    }
}
