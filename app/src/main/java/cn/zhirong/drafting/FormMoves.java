package cn.zhirong.drafting;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the buttons of a form do to it: {@code add:caps}, {@code remove:caps.1}, {@code up:caps.1}, {@code down:caps.1}. */
final class FormMoves {
    private static final Pattern ITEM = Pattern.compile("(.+)\\.(0|[1-9][0-9]{0,2})");
    private static final Map<String, String> FIRST = first();

    private FormMoves() {}

    static FormData apply(FormData data, String button) {
        int colon = button.indexOf(':');
        String act = colon < 0 ? button : button.substring(0, colon);
        String path = colon < 0 ? "" : button.substring(colon + 1);
        Matcher item = ITEM.matcher(path);
        if (act.equals("add") && path.matches("[a-z0-9.-]{1,400}")) {
            String list = path.substring(path.lastIndexOf('.') + 1);
            return data.added(path, FIRST.getOrDefault(list, "what"));
        }
        if (!item.matches()) {
            return data;
        }
        String list = item.group(1);
        int at = Integer.parseInt(item.group(2));
        return switch (act) {
            case "remove" -> data.without(list, at);
            case "up" -> data.movedUp(list, at);
            case "down" -> data.movedUp(list, at + 1);
            default -> data;
        };
    }

    /** What stands in a row that has just been added, by the name of its list; conditions ask {@code what}. */
    private static Map<String, String> first() {
        Map<String, String> first = new HashMap<>();
        add(Grammar.BENEFITS, first);
        add(Grammar.CAPS, first);
        add(Grammar.RELATIONS, first);
        for (Grammar.Kind kind : Grammar.Kind.values()) {
            kind.slots().forEach(slot -> add(slot, first));
        }
        return first;
    }

    private static void add(Slot slot, Map<String, String> first) {
        switch (slot) {
            case Slot.Rows rows -> {
                Slot one = rows.slots().getFirst();
                first.put(rows.key(), one.key());
                rows.slots().forEach(below -> add(below, first));
            }
            case Slot.Amounts amounts -> first.put(amounts.key(), "kind");
            default -> {}
        }
    }
}
