package cn.zhirong.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** The styles of a Word document, each resolved through those it is based on. */
final class DocxStyles {
    private static final int CHAIN = 20;

    private final Map<String, Style> styles = new HashMap<>();

    private record Style(String name, String basedOn, DocxLook look) {}

    static DocxStyles read(InputStream part) throws IOException, UnreadableDocument {
        var all = new DocxStyles();
        if (part.available() == 0) {
            return all;
        }
        var xml = SafeXml.of(part);
        String id = "";
        String name = "";
        String basedOn = "";
        DocxLook look = DocxLook.NOTHING;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "style" -> {
                        id = xml.attribute("styleId", "");
                        name = "";
                        basedOn = "";
                        look = DocxLook.NOTHING;
                    }
                    case "name" -> name = xml.attribute("val", "");
                    case "basedOn" -> basedOn = xml.attribute("val", "");
                    case "tblStylePr" -> xml.skip();
                    default -> look = look.with(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("style")) {
                all.styles.put(id, new Style(name.toLowerCase(Locale.ROOT), basedOn, look));
            }
        }
        return all;
    }

    DocxLook look(String id) {
        var look = DocxLook.NOTHING;
        var style = styles.get(id);
        for (int i = 0; style != null && i < CHAIN; i++) {
            look = look.over(style.look);
            style = styles.get(style.basedOn);
        }
        return look;
    }

    boolean isHeading(String id) {
        return isNamed(id, "heading \\d|标题 ?\\d?|title|subtitle|副标题");
    }

    /** A line of a table of contents: it repeats a heading and would double every number. */
    boolean isContents(String id) {
        return isNamed(id, "toc \\d|toc heading|目录 ?\\d");
    }

    private boolean isNamed(String id, String pattern) {
        var style = styles.get(id);
        return style != null && style.name.matches(pattern);
    }
}
