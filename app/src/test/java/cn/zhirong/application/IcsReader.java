package cn.zhirong.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a calendar as RFC 5545 has it, and accepts nothing that it does not allow. */
final class IcsReader {
    private IcsReader() {}

    /** The properties of each event, unescaped, without their parameters. */
    static List<Map<String, String>> events(String text) {
        List<Map<String, String>> events = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Map<String, String> event = new LinkedHashMap<>();
        Set<String> uids = new HashSet<>();
        for (String line : unfolded(text)) {
            int colon = line.indexOf(':');
            must(colon > 0, "no property: " + line);
            String name = line.substring(0, colon).split(";")[0];
            String value = line.substring(colon + 1);
            must(name.matches("[A-Z][A-Z0-9-]*"), "no name of a property: " + line);
            switch (name) {
                case "BEGIN" -> {
                    must(!open.isEmpty() || value.equals("VCALENDAR"), "begins with " + value);
                    open.push(value);
                    event = new LinkedHashMap<>();
                }
                case "END" -> {
                    must(value.equals(open.poll()), "ends " + value);
                    if (value.equals("VEVENT")) {
                        must(event.keySet().containsAll(List.of("UID", "DTSTAMP", "DTSTART")), "lacks " + event);
                        must(uids.add(event.get("UID")), "twice " + event.get("UID"));
                        must(event.get("DTSTAMP").matches("[0-9]{8}T[0-9]{6}Z"), event.get("DTSTAMP"));
                        must(event.get("DTSTART").matches("[0-9]{8}"), event.get("DTSTART"));
                        must(event.get("DTEND").compareTo(event.get("DTSTART")) > 0, "ends before it begins");
                        events.add(event);
                    }
                }
                default -> must(event.put(name, plain(value)) == null || open.size() == 1, name + " twice");
            }
        }
        must(open.isEmpty(), "nothing ends " + open);
        return events;
    }

    private static List<String> unfolded(String text) {
        must(text.endsWith("\r\n"), "does not end with a line end");
        must(!text.replace("\r\n", "").matches("(?s).*[\r\n].*"), "bare line ends");
        List<String> lines = new ArrayList<>();
        for (String line : text.substring(0, text.length() - 2).split("\r\n")) {
            must(line.getBytes(StandardCharsets.UTF_8).length <= 75, "longer than 75 octets: " + line);
            must(!line.isEmpty(), "an empty line");
            if (line.startsWith(" ")) {
                lines.set(lines.size() - 1, lines.getLast() + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String plain(String value) {
        must(!value.replaceAll("\\\\[\\\\;,nN]", "").contains("\\"), "escapes wrongly: " + value);
        return value.replace("\\n", "\n")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
    }

    private static void must(boolean right, String what) {
        if (!right) {
            throw new AssertionError(what);
        }
    }
}
