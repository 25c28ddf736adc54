package cn.zhirong.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** What the page's own style sheets and attributes say of its elements, as far as it could hide their words. */
final class HtmlStyles {
    private static final Pattern RULE = Pattern.compile("([^{}]{1,200})\\{([^{}]{0,2000})\\}");
    private static final Pattern TELLING = Pattern.compile(
            "display|visibility|opacity|text-indent|left|top|margin-left|clip|height|width|font|color|background");
    /** Media in which nobody reads the page: what they hide is seen on a screen. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("print|speech|max-(?:device-)?width:\\s*\\d{1,3}(?:px|em)");

    private static final int RULES = 1000;

    private final Map<Element, String> ruled = new IdentityHashMap<>();

    private record Rule(String selector, String style, int weight) {}

    /** Reads the style sheets; call it before they are removed from the document. */
    HtmlStyles(Document document) {
        List<Rule> rules = new ArrayList<>();
        for (Element sheet : document.select("style")) {
            Matcher rule = RULE.matcher(onScreen(sheet.data().replaceAll("/\\*[\\s\\S]*?\\*/", "")));
            while (rule.find() && rules.size() < RULES) {
                String style = squeeze(rule.group(2));
                if (TELLING.matcher(style).find()) {
                    String selector = rule.group(1).strip();
                    rules.add(new Rule(selector, style, weight(selector)));
                }
            }
        }
        rules.sort(Comparator.comparingInt(Rule::weight));
        rules.forEach(rule -> apply(rule, document));
    }

    /** Property to value, in lower case and without blanks; the last one wins unless an earlier one is important. */
    Map<String, String> of(Element element) {
        String style = ruled.getOrDefault(element, "") + ";" + squeeze(element.attr("style"));
        if (style.length() == 1) {
            return Map.of();
        }
        Map<String, String> declared = new HashMap<>();
        Map<String, Boolean> important = new HashMap<>();
        for (String declaration : style.split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String property = declaration.substring(0, colon);
                String value = declaration.substring(colon + 1);
                boolean insists = value.endsWith("!important");
                if (insists || !important.containsKey(property)) {
                    declared.put(property, insists ? value.substring(0, value.length() - 10) : value);
                }
                if (insists) {
                    important.put(property, true);
                }
            }
        }
        return declared;
    }

    /** Lower case, without blanks. */
    static String squeeze(String style) {
        return style.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private void apply(Rule rule, Document document) {
        try {
            document.select(rule.selector).forEach(element -> ruled.merge(element, rule.style, (a, b) -> a + ";" + b));
        } catch (SelectorParseException | IllegalArgumentException e) {
            // A selector for browsers only (:hover, @font-face) hides nothing for good.
        }
    }

    /** Names weigh more than classes, classes more than elements, as in a browser; of a list the heaviest counts. */
    private static int weight(String selector) {
        int heaviest = 0;
        for (String one : selector.split(",")) {
            int names = (int) one.chars().filter(c -> c == '#').count();
            int classes = (int)
                    one.chars().filter(c -> c == '.' || c == '[' || c == ':').count();
            int elements = one.strip().split("[\\s>+~]+").length;
            heaviest = Math.max(heaviest, names * 10_000 + classes * 100 + elements);
        }
        return heaviest;
    }

    /** A sheet without its blocks for paper, for voices and for phones. */
    private static String onScreen(String sheet) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        for (int media = sheet.indexOf("@media"); media >= 0; media = sheet.indexOf("@media", at)) {
            int open = sheet.indexOf('{', media);
            if (open < 0) {
                break;
            }
            kept.append(sheet, at, media);
            at = endOf(sheet, open);
            if (!ELSEWHERE
                    .matcher(sheet.substring(media, open).toLowerCase(Locale.ROOT))
                    .find()) {
                kept.append(sheet, open + 1, Math.max(open + 1, at - 1));
            }
        }
        return kept.append(sheet, at, sheet.length()).toString();
    }

    /** Where the block that opens here is over. */
    private static int endOf(String sheet, int open) {
        int depth = 0;
        for (int i = open; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return sheet.length();
    }
}
