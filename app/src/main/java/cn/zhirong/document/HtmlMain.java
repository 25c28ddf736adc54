package cn.zhirong.document;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds the element that holds the document: the smallest one outside which there is nothing but furniture. */
final class HtmlMain {
    private static final String NEVER =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video,"
                    + " nav, aside, footer, button, select, input, textarea, figcaption, head, [role=navigation], [role=banner],"
                    + " [role=contentinfo]";

    private static final Pattern FURNITURE = Pattern.compile(
            "(?:^|[\\s_-])(?:nav|navbar|menu|footer|foot|share|bdshare|crumbs?|breadcrumb|breadcrumbs|toolbar|sidebar|related|recommend|copyright|qrcode|ewm|"
                    + "caption|img-desc|pic-desc|friendlink|links)(?:$|[\\s_-])");

    private HtmlMain() {}

    /**
     * Hidden words are taken out before the choice, so that they are never chosen. They are told where they stood in the
     * document, or would have been taken for it; hidden menus and windows of the site are nobody's business.
     */
    static Element of(Document document, Notices notices) {
        var styles = new HtmlStyles(document);
        document.select(NEVER).remove();
        Element body = document.body();
        var unseen = HtmlUnseen.of(document, styles);
        for (Element element : body.getAllElements()) {
            if (element != body && isFurniture(element)) {
                element.remove();
            }
        }
        Element likely = smallest(body);
        var near = unseen.stream().filter(part -> touches(part.node(), likely)).collect(Collectors.toSet());
        unseen.forEach(HtmlUnseen.Part::remove);
        Element main = smallest(body);
        for (var part : unseen) {
            if (part.words().length() >= 2 && (near.contains(part) || isWithin(part.parent(), main))) {
                notices.hidden(0, part.why(), part.words() + " ");
            }
        }
        return main;
    }

    private static boolean touches(Node node, Element main) {
        return isWithin(node, main) || isWithin(main, node);
    }

    private static boolean isWithin(@Nullable Node inner, Node outer) {
        for (Node at = inner; at != null; at = at.parent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFurniture(Element element) {
        // What is kept from screen readers is decoration, unless it reads like a document.
        boolean decoration = element.attr("aria-hidden").equals("true");
        return (decoration
                        || FURNITURE
                                .matcher((element.className() + " " + element.id()).toLowerCase(Locale.ROOT))
                                .find())
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
}
