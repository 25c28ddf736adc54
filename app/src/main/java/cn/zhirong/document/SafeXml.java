package cn.zhirong.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Steps through the elements of an XML part by their local names. A document type, and with it any entity, is refused. */
final class SafeXml {
    private static final int DEPTH = 500;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private boolean leave;
    private boolean started;

    private SafeXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    static SafeXml of(InputStream in) throws IOException {
        try {
            return new SafeXml(FACTORY.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Goes to the next start of an element, end of an element or piece of text, and answers its StAX constant; at the end
     * {@link XMLStreamConstants#END_DOCUMENT}. An end of element still counts among the open ones until the next step.
     */
    int next() throws IOException, UnreadableDocument {
        if (leave) {
            open.pop();
            leave = false;
        }
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        open.push(xml.getLocalName());
                        if (open.size() > DEPTH) {
                            throw new IOException("nested too deep");
                        }
                        return XMLStreamConstants.START_ELEMENT;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        leave = true;
                        return XMLStreamConstants.END_ELEMENT;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return XMLStreamConstants.CHARACTERS;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableDocument("unsafe-archive", "文件内含外部实体声明，已拒绝。请用办公软件重新保存后上传。");
                    default -> {}
                }
            }
            return XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Takes a step, and answers whether it stayed inside the element that was open at the given depth: for loops over the
     * content of an element.
     */
    boolean within(int depth) throws IOException, UnreadableDocument {
        int event = next();
        started = event == XMLStreamConstants.START_ELEMENT;
        return event != XMLStreamConstants.END_DOCUMENT
                && !(event == XMLStreamConstants.END_ELEMENT && open.size() <= depth);
    }

    /** Whether the last step inside an element came to the start of another. */
    boolean started() {
        return started;
    }

    /** Whether the last step inside an element came to text. */
    boolean isText() {
        return xml.isCharacters();
    }

    /** The element that is open, without its prefix. */
    String name() {
        return open.isEmpty() ? "" : open.peek();
    }

    /** How many elements are open. */
    int depth() {
        return open.size();
    }

    String text() {
        return xml.getText();
    }

    /** An attribute by its local name, whatever its prefix, or null. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        var value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** A whole number, or what is given where there is none. */
    int number(String name, int otherwise) {
        String value = attribute(name, "");
        return value.matches("-?\\d{1,8}") ? Integer.parseInt(value) : otherwise;
    }

    /** Passes over the open element and all that is in it. */
    void skip() throws IOException, UnreadableDocument {
        int depth = open.size();
        while (next() != XMLStreamConstants.END_ELEMENT || open.size() > depth) {
            if (open.isEmpty()) {
                throw new IOException("ends too early");
            }
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
