package cn.zhirong.document;

import cn.zhirong.document.Notices.Unseen;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector.SelectorParseException;

/** Finds the element that holds the document: the smallest one outside which there is nothing but furniture. */
final class HtmlMain {
    private static final String NEVER =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video,"
                    + " nav, aside, footer, button, select, input, textarea, figcaption, head, [role=navigation], [role=banner],"
                    + " [role=contentinfo], [aria-hidden=true]";

    private static final Pattern FURNITURE = Pattern.compile(
            "(?:^|[\\s_-])(?:nav|navbar|menu|footer|foot|share|bdshare|crumbs?|breadcrumb|breadcrumbs|toolbar|sidebar|related|recommend|copyright|qrcode|ewm|"
                    + "caption|img-desc|pic-desc|friendlink|links)(?:$|[\\s_-])");

    private static final Pattern NONE = Pattern.compile(
            "display:none|visibility:hidden|opacity:0(?:\\.0+)?(?:;|$)|(?:text-indent|left|top|margin-left):-\\d{3,}"
                    + "|clip:rect\\(0|clip-path:inset\\(100%|(?:^|;)(?:height|width|max-height):0(?:px)?;.*overflow:hidden");
    private static final Pattern TINY =
            Pattern.compile("font-size:(?:0|[01](?:\\.\\d+)?(?:px|pt)|0?\\.[01]\\d*r?em)(?:;|!|$)");
    private static final Pattern COLOR = Pattern.compile("(?:^|;)color:([^;!]+)");
    private static final Pattern BACKGROUND = Pattern.compile("(?:^|;)background(?:-color|-image)?:([^;!]+)");
    private static final Pattern RULE = Pattern.compile("([^{}]{1,200})\\{([^{}]{0,2000})\\}");
    private static final int RULES = 400;

    private HtmlMain() {}

    static Element of(Document document, Notices notices) {
        var styles = hidingRules(document);
        document.select(NEVER).remove();
        Element body = document.body();
        for (Element element : body.getAllElements()) {
            if (element != body && isFurniture(element)) {
                element.remove();
            }
        }
        Element main = smallest(body);
        hide(main, styles, notices);
        return main;
    }

    private static boolean isFurniture(Element element) {
        return FURNITURE
                        .matcher((element.className() + " " + element.id()).toLowerCase(Locale.ROOT))
                        .find()
                && !holdsText(element.text());
    }

    /** Goes down as long as what is left behind reads like furniture. */
    private static Element smallest(Element body) {
        Map<Element, Integer> lengths = lengths(body);
        Element at = body;
        while (true) {
            Element heaviest = null;
            for (Element child : at.children()) {
                if (heaviest == null || lengths.getOrDefault(child, 0) > lengths.getOrDefault(heaviest, 0)) {
                    heaviest = child;
                }
            }
            if (heaviest == null
                    || lengths.getOrDefault(heaviest, 0) < 0.8 * lengths.getOrDefault(at, 0)
                    || leavesText(at, heaviest)) {
                return at;
            }
            at = heaviest;
        }
    }

    private static boolean leavesText(Element parent, Element child) {
        if (!parent.ownText().isBlank()
                || List.of("tr", "td", "tbody", "p", "table", "ul", "ol").contains(child.normalName())) {
            return true;
        }
        for (Element sibling : parent.children()) {
            if (sibling != child
                    && (holdsText(sibling.text())
                            || !sibling.select("h1, h2, h3").isEmpty()
                            || sibling.is("h1, h2, h3, p"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether words belong to a document rather than to a menu. */
    private static boolean holdsText(String text) {
        return text.contains("。")
                || text.contains("〔")
                || text.matches("(?s).*(?:第[一二三四五六七八九十百]+条|[一二三四五六七八九十]、|发布日期|发布时间|索引号|附件|成文日期).*");
    }

    /** Lengths of text outside links, bottom up and without recursion: pages may be nested a thousand deep. */
    private static Map<Element, Integer> lengths(Element body) {
        Map<Element, Integer> lengths = new IdentityHashMap<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    private int links;

                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof Element element
                                && element.normalName().equals("a")) {
                            links++;
                        } else if (node instanceof TextNode text
                                && links == 0
                                && text.parent() instanceof Element parent) {
                            lengths.merge(parent, text.text().strip().length(), Integer::sum);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            if (element.normalName().equals("a")) {
                                links--;
                            }
                            if (element != body && element.parent() instanceof Element parent) {
                                lengths.merge(parent, lengths.getOrDefault(element, 0), Integer::sum);
                            }
                        }
                    }
                },
                body);
        return lengths;
    }

    private static void hide(Element main, Map<Element, String> rules, Notices notices) {
        for (Element element : new ArrayList<>(main.getAllElements())) {
            String style = squeeze(rules.getOrDefault(element, "") + ";" + element.attr("style"));
            Unseen why = element.hasAttr("hidden") || NONE.matcher(style).find()
                    ? Unseen.INVISIBLE
                    : TINY.matcher(style).find()
                            ? Unseen.TINY
                            : isWhiteOnWhite(element, style, rules) ? Unseen.WHITE : null;
            if (why != null && element != main) {
                String words = Words.clean(element.text());
                if (words.length() >= 2) {
                    notices.hidden(0, why, words + " ");
                }
                element.remove();
            }
        }
    }

    private static boolean isWhiteOnWhite(Element element, String style, Map<Element, String> rules) {
        String color = last(COLOR, style);
        if (element.normalName().equals("font") && element.hasAttr("color")) {
            color = squeeze(element.attr("color"));
        }
        if (!isWhite(color)) {
            return false;
        }
        for (Element at = element; at != null; at = at.parent()) {
            String background = last(BACKGROUND, squeeze(rules.getOrDefault(at, "") + ";" + at.attr("style")));
            if (background.isEmpty()) {
                background = squeeze(at.attr("bgcolor"));
            }
            if (!background.isEmpty() && !background.equals("none") && !background.equals("transparent")) {
                return isWhite(background);
            }
        }
        return true;
    }

    private static boolean isWhite(String color) {
        return color.matches("#f[a-f0-9]f[a-f0-9]f[a-f0-9]|#fff|white|rgba?\\(25[0-5],25[0-5],25[0-5].*|transparent");
    }

    /** What the page's own style sheets say of elements, as far as it could hide them. */
    private static Map<Element, String> hidingRules(Document document) {
        Map<Element, String> found = new IdentityHashMap<>();
        int rules = 0;
        for (Element sheet : document.select("style")) {
            Matcher rule = RULE.matcher(sheet.data().replaceAll("/\\*[\\s\\S]*?\\*/", ""));
            while (rule.find() && rules < RULES) {
                String style = squeeze(rule.group(2));
                if (NONE.matcher(style).find()
                        || TINY.matcher(style).find()
                        || COLOR.matcher(style).find()
                        || BACKGROUND.matcher(style).find()) {
                    rules++;
                    apply(rule.group(1).strip(), style, document, found);
                }
            }
        }
        return found;
    }

    private static void apply(String selector, String style, Document document, Map<Element, String> found) {
        try {
            document.select(selector).forEach(element -> found.merge(element, style, (a, b) -> a + ";" + b));
        } catch (SelectorParseException | IllegalArgumentException e) {
            // A selector for browsers only (:hover, @media) hides nothing for good.
        }
    }

    private static String squeeze(String style) {
        return style.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private static String last(Pattern pattern, String style) {
        String value = "";
        Matcher matcher = pattern.matcher(style);
        while (matcher.find()) {
            value = matcher.group(1);
        }
        return value;
    }
}
