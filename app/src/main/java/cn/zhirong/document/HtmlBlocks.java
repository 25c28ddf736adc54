package cn.zhirong.document;

import cn.zhirong.document.Block.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Walks an element and writes down its paragraphs, headings, list items and tables. */
final class HtmlBlocks {
    /** Below this depth structure has no meaning any more: the words are taken as they come. */
    private static final int DEPTH = 120;

    private static final Set<String> BREAKS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "caption");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final PageFacts facts;
    private Look look = Look.PLAIN;

    private HtmlBlocks(PageFacts facts) {
        this.facts = facts;
    }

    /** The blocks of an element; tables that only describe the document go to the facts. */
    static List<Block> of(Element main, PageFacts facts) {
        var walk = new HtmlBlocks(facts);
        walk.children(main, 0);
        walk.end();
        return walk.blocks;
    }

    private void children(Element parent, int depth) {
        int number = start(parent);
        for (Node node : parent.childNodes()) {
            switch (node) {
                case TextNode words ->
                    text.append(parent.normalName().equals("pre") ? words.getWholeText() : words.text());
                case Element element -> {
                    if (depth > DEPTH) {
                        text.append(' ').append(element.text()).append(' ');
                    } else if (element.normalName().equals("li")
                            && parent.normalName().equals("ol")) {
                        number = element.hasAttr("value") ? number(element.attr("value"), number) : number;
                        end();
                        text.append(marker(parent.attr("type"), number++));
                        block(element, depth);
                    } else {
                        element(element, depth);
                    }
                }
                default -> {}
            }
        }
    }

    private void element(Element element, int depth) {
        String name = element.normalName();
        if (name.equals("br")) {
            Look kept = look;
            end();
            look = kept;
        } else if (name.equals("table")) {
            end();
            table(element, depth);
        } else if (BREAKS.contains(name)) {
            end();
            block(element, depth);
        } else if (name.equals("sup") || name.equals("sub") || !name.equals("img")) {
            children(element, depth + 1);
        }
    }

    private void block(Element element, int depth) {
        Look outer = look;
        look = lookOf(element, outer);
        if (element.normalName().equals("pre")) {
            element.wholeText().lines().forEach(line -> {
                text.append(line);
                end();
            });
        } else {
            children(element, depth + 1);
        }
        end();
        look = outer;
    }

    private void end() {
        String words = Words.clean(text.toString());
        text.setLength(0);
        if (!words.isEmpty()) {
            blocks.add(new Block.Line(words, 0, look));
        }
    }

    private static Look lookOf(Element element, Look outer) {
        if (element.normalName().matches("h[1-6]")) {
            return Look.HEADING;
        }
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        if (style.contains("text-align:center")
                || element.attr("align").equalsIgnoreCase("center")
                || element.normalName().equals("center")) {
            return Look.CENTRED;
        }
        boolean set = style.contains("text-align:") || element.hasAttr("align");
        return set ? Look.PLAIN : outer;
    }

    private void table(Element table, int depth) {
        if (!table.select("table table").isEmpty() || isLayout(table)) {
            block(table, depth);
            return;
        }
        Elements rows = table.select("tr");
        if (isFacts(table)) {
            for (Element row : rows) {
                Elements cells = row.select("th, td");
                for (int i = 0; i + 1 < cells.size(); i += 2) {
                    facts.put(cells.get(i).text(), cells.get(i + 1).text());
                }
            }
            return;
        }
        var caption = table.selectFirst("caption");
        if (caption != null) {
            block(caption, depth);
        }
        var grid = new TableGrid();
        for (Element row : rows) {
            Elements cells = row.select("> th, > td");
            var given = new ArrayList<TableGrid.Cell>();
            for (Element cell : cells) {
                given.add(new TableGrid.Cell(
                        Words.clean(cell.wholeText()),
                        number(cell.attr("colspan"), 1),
                        number(cell.attr("rowspan"), 1)));
            }
            boolean heading = !cells.isEmpty()
                    && (cells.stream().allMatch(cell -> cell.normalName().equals("th"))
                            || row.closest("thead") != null);
            grid.add(given, heading);
        }
        grid.putAfter(blocks, 0);
    }

    /** A table with whole paragraphs in its cells, or a single row, only places things on the page. */
    private static boolean isLayout(Element table) {
        Elements cells = table.select("td, th");
        return table.select("tr").size() < 2
                || cells.stream().allMatch(cell -> cell.siblingElements().isEmpty())
                || cells.stream().anyMatch(cell -> cell.text().length() > 1500)
                || (cells.size() < 6
                        && cells.stream().anyMatch(cell -> cell.select("p").size() > 8));
    }

    private static boolean isFacts(Element table) {
        String text = table.text().replaceAll("\\s+", "");
        return text.length() < 800
                && (text.contains("索引号") || text.contains("发文机关"))
                && text.matches(".*(?:成文日期|发布日期|发文日期|生成日期|发文字号|公开日期).*");
    }

    private static int start(Element list) {
        return list.normalName().equals("ol") ? number(list.attr("start"), 1) : 1;
    }

    private static int number(String attribute, int otherwise) {
        String digits = attribute.strip();
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : otherwise;
    }

    /** Letters run out after z; such lists go on in digits. */
    private static String marker(String type, int number) {
        return switch (type) {
            case "a", "A" -> number <= 26 ? (char) (type.charAt(0) + number - 1) + "." : number + ".";
            default -> number + ".";
        };
    }
}
