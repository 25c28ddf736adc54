package cn.zhirong.document;

import cn.zhirong.document.Notices.Unseen;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/** The text objects of one OFD page, millimetres turned into points. */
final class OfdPage {
    private static final double POINTS = 72 / 25.4;
    private static final double READABLE = 2;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{0,9}\\.?\\d{1,12}(?:[eE]-?\\d{1,2})?");

    private final int number;
    private final Notices notices;
    private final List<Glyph> seen = new ArrayList<>();
    private final List<Glyph> white = new ArrayList<>();
    private final List<Rectangle2D> areas = new ArrayList<>();
    private final List<String> templates = new ArrayList<>();
    private double[] box;

    OfdPage(int number, double[] box, Notices notices) {
        this.number = number;
        this.box = box;
        this.notices = notices;
    }

    /** Reads a content part: the page itself or a template beneath it. */
    void read(InputStream part) throws IOException, UnreadableDocument {
        if (part.available() == 0) {
            return;
        }
        var xml = SafeXml.of(part);
        while (xml.within(0)) {
            if (xml.isText() && xml.name().equals("PhysicalBox")) {
                box = numbers(xml.text(), 4, box);
            } else if (xml.started()) {
                switch (xml.name()) {
                    case "Template" -> templates.add(xml.attribute("TemplateID", ""));
                    case "TextObject" -> text(xml);
                    case "PathObject" -> path(xml);
                    case "ImageObject" -> areas.add(rectangle(xml));
                    default -> {}
                }
            }
        }
    }

    List<String> templates() {
        return templates;
    }

    /** The lines a reader of the page sees; the rest is reported. */
    List<PageLine> lines() {
        for (var glyph : white) {
            boolean covered = areas.stream()
                    .anyMatch(a -> a.contains(glyph.x() + glyph.width() / 2, glyph.y() - glyph.size() / 3));
            if (covered) {
                seen.add(glyph);
            } else {
                notices.hidden(number, Unseen.WHITE, glyph.text());
            }
        }
        white.clear();
        return PageLine.of(seen, number, box[3] * POINTS);
    }

    private void text(SafeXml xml) throws IOException, UnreadableDocument {
        int depth = xml.depth();
        double[] boundary = numbers(xml.attribute("Boundary", ""), 4, new double[4]);
        double[] matrix = numbers(xml.attribute("CTM", ""), 6, new double[] {1, 0, 0, 1, 0, 0});
        double size = numbers(xml.attribute("Size", ""), 1, new double[] {3.5})[0];
        boolean unseen = xml.attribute("Visible", "true").equals("false")
                || numbers(xml.attribute("Alpha", ""), 1, new double[] {255})[0] < 12
                || (xml.attribute("Fill", "true").equals("false")
                        && !xml.attribute("Stroke", "false").equals("true"));
        boolean isWhite = false;
        var transform = new AffineTransform(matrix);
        transform.preConcatenate(AffineTransform.getTranslateInstance(boundary[0], boundary[1]));
        double[] place = {0, 0};
        String deltas = "";
        var words = new StringBuilder();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && xml.depth() <= depth)) {
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("FillColor")) {
                isWhite = isWhite(xml);
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("TextCode")) {
                place = new double[] {coordinate(xml, "X", place[0]), coordinate(xml, "Y", place[1])};
                deltas = xml.attribute("DeltaX", "");
                words.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS && xml.name().equals("TextCode")) {
                words.append(xml.text());
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("TextCode")) {
                glyphs(words.toString(), place, deltas, size, transform, unseen, isWhite);
            }
        }
    }

    private void glyphs(
            String words,
            double[] place,
            String deltas,
            double size,
            AffineTransform transform,
            boolean unseen,
            boolean isWhite) {
        var steps = steps(deltas);
        double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
        double x = place[0];
        int at = 0;
        for (int i = 0; i < words.length(); at++) {
            String character = Character.toString(words.codePointAt(i));
            i += character.length();
            double advance = Words.isCjk(character.codePointAt(0)) ? size : size / 2;
            double[] point = {x, place[1]};
            transform.transform(point, 0, point, 0, 1);
            var glyph = new Glyph(
                    character, point[0] * POINTS, point[1] * POINTS, advance * scale * POINTS, size * scale * POINTS);
            x += at < steps.size() ? steps.get(at) : advance;
            if (!character.isBlank()) {
                put(glyph, unseen, isWhite);
            }
        }
    }

    private void put(Glyph glyph, boolean unseen, boolean isWhite) {
        double width = box[2] * POINTS;
        double height = box[3] * POINTS;
        if (unseen) {
            notices.hidden(number, Unseen.INVISIBLE, glyph.text());
        } else if (glyph.size() < READABLE) {
            notices.hidden(number, Unseen.TINY, glyph.text());
        } else if (glyph.right() < 0 || glyph.x() > width || glyph.y() < 0 || glyph.y() > height + glyph.size()) {
            notices.hidden(number, Unseen.OFF_PAGE, glyph.text());
        } else if (isWhite) {
            white.add(glyph);
        } else {
            seen.add(glyph);
        }
    }

    private void path(SafeXml xml) throws IOException, UnreadableDocument {
        int depth = xml.depth();
        boolean fills = xml.attribute("Fill", "false").equals("true");
        var area = rectangle(xml);
        boolean coloured = true;
        while (xml.within(depth)) {
            if (xml.started() && xml.name().equals("FillColor")) {
                coloured = !isWhite(xml);
            }
        }
        if (fills && coloured) {
            areas.add(area);
        }
    }

    private static boolean isWhite(SafeXml xml) {
        double[] parts = numbers(xml.attribute("Value", ""), 3, new double[3]);
        boolean clear = numbers(xml.attribute("Alpha", ""), 1, new double[] {255})[0] < 12;
        return clear || (parts[0] > 240 && parts[1] > 240 && parts[2] > 240);
    }

    private static Rectangle2D rectangle(SafeXml xml) {
        double[] b = numbers(xml.attribute("Boundary", ""), 4, new double[4]);
        return new Rectangle2D.Double(b[0] * POINTS, b[1] * POINTS, b[2] * POINTS, b[3] * POINTS);
    }

    private static double coordinate(SafeXml xml, String name, double otherwise) {
        return numbers(xml.attribute(name, ""), 1, new double[] {otherwise})[0];
    }

    /** Advances between characters; {@code g 3 5.0} stands for three times 5.0. */
    private static List<Double> steps(String deltas) {
        var steps = new ArrayList<Double>();
        String[] words = deltas.strip().split("\\s+");
        for (int i = 0; i < words.length && steps.size() < 100_000; i++) {
            if (words[i].equals("g")
                    && i + 2 < words.length
                    && words[i + 1].matches("\\d{1,5}")
                    && NUMBER.matcher(words[i + 2]).matches()) {
                for (int n = Integer.parseInt(words[i + 1]); n > 0; n--) {
                    steps.add(Double.parseDouble(words[i + 2]));
                }
                i += 2;
            } else if (NUMBER.matcher(words[i]).matches()) {
                steps.add(Double.parseDouble(words[i]));
            }
        }
        return steps;
    }

    /** So many numbers, or what is given where there are fewer or something else. */
    static double[] numbers(String text, int count, double[] otherwise) {
        String[] words = text.strip().split("\\s+");
        if (words.length < count) {
            return otherwise;
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            if (!NUMBER.matcher(words[i]).matches()) {
                return otherwise;
            }
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }
}
