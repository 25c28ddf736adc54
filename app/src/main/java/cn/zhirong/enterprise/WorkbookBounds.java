package cn.zhirong.enterprise;

import cn.zhirong.web.Refusal;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook through once before it is taken apart, so that nothing of it takes more memory than a spreadsheet can: not what
 * swells when it is unpacked, not a cell that says it stands in the hundred millionth column, not a formula that is repeated.
 */
final class WorkbookBounds {
    private static final int MOST_PARTS = 1_000;

    /** Rows of a table shrink to a tenth at most; more than that swells on purpose. */
    private static final long MOST_INFLATED = 100L << 20;

    /** As many columns as a spreadsheet has. */
    private static final int COLUMNS = 16_384;

    /** As many characters as a cell can hold; a formula is shorter. */
    private static final int LONGEST = 32_767;

    private static final Pattern PLACE = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?[0-9]{1,10}");

    /** The very reader that takes the workbook apart: what it cannot read here it cannot read there. */
    private static final XMLInputFactory FACTORY = factory();

    private long inflated;

    private WorkbookBounds() {}

    /**
     * Looks at all parts of a file.
     *
     * @throws Refusal where it is beyond a bound
     * @throws IOException where it is damaged
     */
    static void check(byte[] file) throws IOException {
        new WorkbookBounds().parts(file);
    }

    private void parts(byte[] file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int parts = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw refused("表格文件的部件过多，已拒绝。请用表格软件重新保存。");
                }
                try (InputStream in = new Counted(zip.getInputStream(entry))) {
                    cells(in);
                    while (in.read(buffer) >= 0) {
                        // What is behind the last element swells as well.
                    }
                }
            }
        }
    }

    /** A part that is no XML, or breaks off, is read as far as it goes: further nobody will read it. */
    private static void cells(InputStream part) {
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(part);
            int cells = 0;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "row" -> cells = 0;
                    case "c" -> cell(++cells, xml.getAttributeValue(null, "r"));
                    case "f", "v" -> text(xml);
                    default -> {}
                }
            }
        } catch (XMLStreamException notRead) {
            // The reader of the workbook says what is wrong, if it needs the part.
        }
    }

    private static void cell(int cells, @Nullable String place) {
        if (cells > COLUMNS || place != null && column(place) > COLUMNS) {
            throw refused("这个 XLSX 文件的内容不合规范：单元格超出了表格的列数。请用表格软件打开后重新保存。");
        }
    }

    /** Its number, the first is 1; beyond all where it is none. */
    private static int column(String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            return Integer.MAX_VALUE;
        }
        int column = 0;
        for (char letter : matcher.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    private static void text(XMLStreamReader xml) throws XMLStreamException {
        int length = 0;
        while (xml.hasNext() && xml.next() != XMLStreamConstants.END_ELEMENT) {
            length += xml.hasText() ? xml.getTextLength() : 0;
            if (length > LONGEST) {
                throw refused("表格里有一格超过 " + LONGEST + " 个字符，已拒绝。请改短后重新保存。");
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static Refusal refused(String message) {
        return Refusal.badField("file", message);
    }

    /** Counts what comes out of all parts together. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            inflated += read;
            if (inflated > MOST_INFLATED) {
                throw refused("表格解压后异常庞大，已拒绝。请用表格软件重新保存，或者分成几个文件。");
            }
        }
    }
}
