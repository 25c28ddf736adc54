package cn.zhirong.document;

import cn.zhirong.document.Notices.Unseen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Words of a page that its readers do not see. Whatever takes an element away takes all below it away; color, size and
 * visibility are handed down, and an element below may set them anew.
 */
final class HtmlUnseen {
    private static final Pattern FAR_AWAY = Pattern.compile("-\\d{3,}.*");
    private static final Pattern NOTHING = Pattern.compile("0(?:\\.0+)?(?:px|pt|em|rem|%)?");
    private static final Pattern TINY = Pattern.compile("(?:0|[01](?:\\.\\d+)?(?:px|pt)|0?\\.[01]\\d*r?em|0%)(?:/.*)?");
    private static final Pattern RELATIVE = Pattern.compile(".*(?<!r)em|.*%|inherit|smaller|larger|unset");
    private static final Pattern WHITE =
            Pattern.compile("#f[a-f0-9]f[a-f0-9]f[a-f0-9]|#fff|white|rgba?\\(25[0-5],25[0-5],25[0-5].*|transparent");

    private HtmlUnseen() {}

    /** An element or a text that is not seen, where it stood, and what it says. */
    record Part(Node node, @Nullable Element parent, Unseen why, String words) {
        /** Takes it out of the page; of a page that hides its whole body an empty body is left. */
        void remove() {
            if (node instanceof Element element && element.normalName().matches("html|body")) {
                element.select("body").empty();
            } else {
                node.remove();
            }
        }
    }

    /** How words look at some place of the page. */
    private record Look(@Nullable Unseen gone, boolean blank, boolean tiny, String color, String background) {
        @Nullable
        Unseen why() {
            if (blank) {
                return Unseen.INVISIBLE;
            }
            if (tiny) {
                return Unseen.TINY;
            }
            return isWhite(color) && (background.isEmpty() || isWhite(background)) ? Unseen.WHITE : null;
        }
    }

    /** All such parts of a page from its root on, outermost only, in the order of the page; nothing is changed. */
    static List<Part> of(Element root, HtmlStyles styles) {
        List<Part> parts = new ArrayList<>();
        Deque<Look> looks = new ArrayDeque<>();
        looks.push(new Look(null, false, false, "", ""));
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        Look outer = looks.element();
                        if (node instanceof Element element) {
                            Look look = outer.gone == null ? below(outer, element, styles.of(element)) : outer;
                            if (outer.gone == null && look.gone != null) {
                                parts.add(new Part(element, element.parent(), look.gone, Words.clean(element.text())));
                            }
                            looks.push(look);
                        } else if (node instanceof TextNode text && outer.gone == null && !text.isBlank()) {
                            Unseen why = outer.why();
                            if (why != null) {
                                parts.add(new Part(text, outerOf(text), why, Words.clean(text.text())));
                            }
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element) {
                            looks.pop();
                        }
                    }
                },
                root);
        return parts;
    }

    private static @Nullable Element outerOf(TextNode text) {
        return text.parent() instanceof Element parent ? parent : null;
    }

    private static Look below(Look outer, Element element, Map<String, String> style) {
        if (style.isEmpty() && element.attributesSize() == 0) {
            return outer;
        }
        if (element.hasAttr("hidden") || isGone(style)) {
            return new Look(Unseen.INVISIBLE, true, false, "", "");
        }
        String visibility = style.getOrDefault("visibility", "");
        boolean blank = visibility.isEmpty() || visibility.equals("inherit")
                ? outer.blank
                : visibility.matches("hidden|collapse");
        String size = style.getOrDefault("font-size", style.getOrDefault("font", ""));
        boolean tiny = TINY.matcher(size).matches()
                || (outer.tiny && (size.isEmpty() || RELATIVE.matcher(size).matches()));
        String attribute = element.normalName().equals("font") ? HtmlStyles.squeeze(element.attr("color")) : "";
        String color = style.getOrDefault("color", attribute);
        return new Look(
                null,
                blank,
                tiny,
                color.isEmpty() || color.equals("inherit") ? outer.color : color,
                background(outer, element, style));
    }

    private static boolean isGone(Map<String, String> style) {
        boolean nowhere = FAR_AWAY.matcher(style.getOrDefault("text-indent", ""))
                        .matches()
                || FAR_AWAY.matcher(style.getOrDefault("left", "")).matches()
                || FAR_AWAY.matcher(style.getOrDefault("top", "")).matches()
                || FAR_AWAY.matcher(style.getOrDefault("margin-left", "")).matches();
        boolean closed = isNothing(style, "height") || isNothing(style, "width") || isNothing(style, "max-height");
        return nowhere
                || style.getOrDefault("display", "").equals("none")
                || isNothing(style, "opacity")
                || style.getOrDefault("clip", "").startsWith("rect(0")
                || style.getOrDefault("clip-path", "").startsWith("inset(100%")
                || (closed && style.getOrDefault("overflow", "").startsWith("hidden"));
    }

    private static boolean isNothing(Map<String, String> style, String property) {
        return NOTHING.matcher(style.getOrDefault(property, "")).matches();
    }

    private static String background(Look outer, Element element, Map<String, String> style) {
        for (String property : List.of("background", "background-color", "background-image")) {
            String value = style.getOrDefault(property, "");
            if (!value.matches("|none|transparent|inherit|initial")) {
                return value;
            }
        }
        String attribute = HtmlStyles.squeeze(element.attr("bgcolor"));
        return attribute.isEmpty() ? outer.background : attribute;
    }

    private static boolean isWhite(String color) {
        return WHITE.matcher(color).matches();
    }
}
