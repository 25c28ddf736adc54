package cn.zhirong.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** Word's automatic numbers, counted as Word counts them: they are not in the text, and in a policy they are the law. */
final class DocxNumbering {
    private static final int LEVELS = 9;

    private final Map<Integer, Level[]> definitions = new HashMap<>();
    private final Map<Integer, Integer> definitionOf = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> restarts = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();

    /** One level: {@code text} holds %1 to %9 for the counters. */
    private record Level(int start, String format, String text) {
        static final Level NONE = new Level(1, "none", "");
    }

    static DocxNumbering read(InputStream part) throws IOException, UnreadableDocument {
        var all = new DocxNumbering();
        if (part.available() == 0) {
            return all;
        }
        var xml = SafeXml.of(part);
        int definition = -1;
        int number = -1;
        int level = -1;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.name().equals("num")) {
                    number = -1;
                }
                continue;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.name()) {
                case "abstractNum" -> definition = xml.number("abstractNumId", -1);
                case "num" -> number = xml.number("numId", -1);
                case "abstractNumId" -> all.definitionOf.put(number, xml.number("val", -1));
                case "lvl", "lvlOverride" -> level = Math.clamp(xml.number("ilvl", 0), 0, LEVELS - 1);
                case "startOverride" ->
                    all.restarts.computeIfAbsent(number, n -> new HashMap<>()).put(level, xml.number("val", 1));
                case "start" -> all.change(number, definition, level, new Level(xml.number("val", 1), "", ""));
                case "numFmt" -> all.change(number, definition, level, new Level(-1, xml.attribute("val", "none"), ""));
                case "lvlText" -> all.change(number, definition, level, new Level(-1, "", xml.attribute("val", "")));
                default -> {}
            }
        }
        return all;
    }

    private void change(int number, int definition, int level, Level said) {
        if (number >= 0 || level < 0) {
            return;
        }
        var levels = definitions.computeIfAbsent(definition, d -> {
            var none = new Level[LEVELS];
            Arrays.fill(none, Level.NONE);
            return none;
        });
        var old = levels[level];
        levels[level] = new Level(
                said.start >= 0 ? said.start : old.start,
                said.format.isEmpty() ? old.format : said.format,
                said.text.isEmpty() ? old.text : said.text);
    }

    /** The number of the next paragraph of a list, such as {@code 第三条 } or {@code （一）}; empty for bullets. */
    String next(int number, int level) {
        var definition = definitionOf.getOrDefault(number, -1);
        var levels = definitions.get(definition);
        if (levels == null || level < 0 || level >= LEVELS) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(definition, d -> new int[LEVELS]);
        var restart = restarts.getOrDefault(number, new HashMap<>());
        var restarted = restart.remove(level);
        if (restarted != null) {
            counts[level] = restarted - 1;
        } else if (counts[level] == 0) {
            counts[level] = levels[level].start - 1;
        }
        counts[level]++;
        for (int deeper = level + 1; deeper < LEVELS; deeper++) {
            counts[deeper] = 0;
        }
        if (levels[level].format.equals("bullet")) {
            return "";
        }
        String label = levels[level].text;
        for (int i = 0; i <= level; i++) {
            int count = counts[i] == 0 ? levels[i].start : counts[i];
            label = label.replace("%" + (i + 1), ChineseCount.format(levels[i].format, count));
        }
        return label.matches(".*[条章节编款]$") ? label + " " : label;
    }
}
