package cn.zhirong.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Writes small PDFs with Chinese text in a font that is not embedded, as many offices do. Points, from the upper left. */
final class PdfSketch implements AutoCloseable {
    private final PDDocument document = new PDDocument();
    private final COSDictionary font = font();
    private final StringBuilder content = new StringBuilder();
    private PDPage page = new PDPage(PDRectangle.A4);

    PDDocument document() {
        return document;
    }

    PdfSketch page() {
        return page(PDRectangle.A4);
    }

    PdfSketch page(PDRectangle size) {
        content.setLength(0);
        page = new PDPage(size);
        document.addPage(page);
        var resources = new PDResources();
        var fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        return this;
    }

    PdfSketch text(double x, double fromTop, double size, String words) throws IOException {
        double y = page.getMediaBox().getHeight() - fromTop;
        String hex = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_16BE));
        return raw(String.format(Locale.ROOT, "BT /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET", size, x, y, hex));
    }

    /** Operators as they stand in a content stream. */
    PdfSketch raw(String operators) throws IOException {
        content.append(operators).append('\n');
        var stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
        return this;
    }

    /** A picture over the whole page that claims so many pixels and holds none. */
    PdfSketch picture(int width, int height) throws IOException {
        COSStream image = document.getDocument().createCOSStream();
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, width);
        image.setInt(COSName.HEIGHT, height);
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        try (OutputStream out = image.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(new byte[16]);
        }
        var objects = new COSDictionary();
        objects.setItem(COSName.getPDFName("Im1"), image);
        page.getResources().getCOSObject().setItem(COSName.XOBJECT, objects);
        return raw(String.format(
                Locale.ROOT,
                "q %.1f 0 0 %.1f 0 0 cm /Im1 Do Q",
                page.getMediaBox().getWidth(),
                page.getMediaBox().getHeight()));
    }

    Path save(Path file) throws IOException {
        document.save(file.toFile());
        return file;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private static COSDictionary font() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(5));
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "SimSun");
        descriptor.setInt(COSName.FLAGS, 6);
        var descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, "SimSun");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, 1000);
        var descendants = new COSArray();
        descendants.add(descendant);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "SimSun");
        font.setName(COSName.ENCODING, "UniGB-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
