package cn.zhirong.document;

import cn.zhirong.document.Notices.Unseen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Takes the characters of each page that a person sees, and reports the others. */
final class PdfPageText extends PDFTextStripper {
    /** Type below this many points is not meant to be read. */
    private static final double READABLE = 2;

    /** How much of a page a picture covers when the page is a scan. */
    private static final double SCAN = 0.6;

    private final Notices notices;
    private final List<PageLine> lines = new ArrayList<>();
    private final List<Drawn> page = new ArrayList<>();
    private final PdfBackground background = new PdfBackground(this);
    private boolean recognised;
    private int slanted;

    /** A character with what decides whether it is seen; white ones are judged when the page is complete. */
    private record Drawn(Glyph glyph, boolean white, boolean invisible, double viewX, double viewY) {}

    PdfPageText(Notices notices) {
        this.notices = notices;
        addOperator(new SetNonStrokingColorSpace(this));
        addOperator(new SetNonStrokingColor(this));
        addOperator(new SetNonStrokingColorN(this));
        addOperator(new SetNonStrokingDeviceGrayColor(this));
        addOperator(new SetNonStrokingDeviceRGBColor(this));
        addOperator(new SetNonStrokingDeviceCMYKColor(this));
        background.operators().forEach(this::addOperator);
    }

    List<PageLine> lines(PDDocument document) throws IOException {
        getText(document);
        return lines;
    }

    /** Whether text lay invisible under the picture of a scan. */
    boolean recognised() {
        return recognised;
    }

    /** How many characters stood aslant. */
    int slanted() {
        return slanted;
    }

    @Override
    protected void startPage(PDPage pdPage) {
        page.clear();
        background.clear();
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = position.getUnicode();
        if (text == null || text.isBlank()) {
            return;
        }
        Matrix matrix = position.getTextMatrix();
        double along = Math.abs(matrix.getScaleX());
        double across = Math.abs(matrix.getShearY());
        if (Math.min(along, across) > 0.15 * Math.max(along, across)) {
            slanted++;
            return;
        }
        double size = Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
        var glyph = new Glyph(text, position.getXDirAdj(), position.getYDirAdj(), position.getWidthDirAdj(), size);
        if (isOffPage(position)) {
            notices.hidden(getCurrentPageNo(), Unseen.OFF_PAGE, text);
        } else if (Math.min(size, smaller(matrix)) < READABLE) {
            notices.hidden(getCurrentPageNo(), Unseen.TINY, text);
        } else {
            var state = getGraphicsState();
            boolean invisible = state.getTextState().getRenderingMode() == RenderingMode.NEITHER
                    || state.getTextState().getRenderingMode() == RenderingMode.NEITHER_CLIP
                    || state.getNonStrokeAlphaConstant() < 0.05;
            // The stripper moves the crop box to the origin; what lies beneath is measured without that.
            var box = getCurrentPage().getCropBox();
            page.add(new Drawn(
                    glyph,
                    background.isWhite(state)
                            && state.getTextState().getRenderingMode().isFill(),
                    invisible,
                    matrix.getTranslateX() + box.getLowerLeftX() + glyph.width() / 2,
                    matrix.getTranslateY() + box.getLowerLeftY() + size / 3));
        }
    }

    private static double smaller(Matrix matrix) {
        return Math.min(matrix.getScalingFactorX(), matrix.getScalingFactorY());
    }

    private static boolean isOffPage(TextPosition position) {
        double x = position.getX();
        double y = position.getY();
        return x + position.getWidth() < 0 || x > position.getPageWidth() || y < 0 || y > position.getPageHeight() + 20;
    }

    @Override
    protected void writePage() {
        boolean scan = background.pictureShare(getCurrentPage().getCropBox()) > SCAN;
        var seen = new ArrayList<Glyph>();
        for (var drawn : page) {
            if (drawn.invisible) {
                if (scan) {
                    recognised = true;
                    seen.add(drawn.glyph);
                } else {
                    notices.hidden(getCurrentPageNo(), Unseen.INVISIBLE, drawn.glyph.text());
                }
            } else if (drawn.white && !background.covers(drawn.viewX, drawn.viewY)) {
                notices.hidden(getCurrentPageNo(), Unseen.WHITE, drawn.glyph.text());
            } else {
                seen.add(drawn.glyph);
            }
        }
        double height = page.isEmpty() ? 0 : getCurrentPage().getCropBox().getHeight();
        int rotation = getCurrentPage().getRotation();
        if (rotation == 90 || rotation == 270) {
            height = getCurrentPage().getCropBox().getWidth();
        }
        lines.addAll(PageLine.of(seen, getCurrentPageNo(), height));
    }
}
