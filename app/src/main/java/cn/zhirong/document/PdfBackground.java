package cn.zhirong.document;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.util.Matrix;

/**
 * Knows what lies beneath the text of a page: coloured areas and pictures, each by the rectangle around it. White words are
 * read on them and nowhere else.
 */
final class PdfBackground {
    private static final List<String> FILLS = List.of("f", "F", "f*", "B", "B*", "b", "b*");
    private static final List<String> POINTS = List.of("m", "l", "c", "v", "y");
    private static final int AREAS = 5_000;

    private final PDFStreamEngine engine;
    private final List<Rectangle2D> areas = new ArrayList<>();
    private final List<Rectangle2D> pictures = new ArrayList<>();
    private double[] path = none();

    PdfBackground(PDFStreamEngine engine) {
        this.engine = engine;
    }

    void clear() {
        areas.clear();
        pictures.clear();
        path = none();
    }

    boolean covers(double x, double y) {
        return areas.stream().anyMatch(area -> area.contains(x, y))
                || pictures.stream().anyMatch(picture -> picture.contains(x, y));
    }

    /** The share of a page that its largest picture covers. */
    double pictureShare(PDRectangle box) {
        var view = new Rectangle2D.Double(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
        double most = 0;
        for (var picture : pictures) {
            var seen = picture.createIntersection(view);
            most = Math.max(most, Math.max(0, seen.getWidth()) * Math.max(0, seen.getHeight()));
        }
        return most / Math.max(1, view.getWidth() * view.getHeight());
    }

    /** Whether what is filled now looks like paper. A pattern counts as a colour. */
    boolean isWhite(PDGraphicsState state) {
        PDColor color = state.getNonStrokingColor();
        float[] parts = color.getComponents();
        if (color.isPattern() || parts.length == 0) {
            return false;
        }
        boolean ink = parts.length == 4 || color.getColorSpace().getName().equals(COSName.SEPARATION.getName());
        for (float part : parts) {
            if (ink ? part > 0.06f : part < 0.94f) {
                return false;
            }
        }
        return true;
    }

    List<OperatorProcessor> operators() {
        var all = new ArrayList<OperatorProcessor>();
        all.add(new Pictures());
        all.add(new Step("re"));
        all.add(new Step("n"));
        all.add(new Step("S"));
        all.add(new Step("s"));
        FILLS.forEach(name -> all.add(new Step(name)));
        POINTS.forEach(name -> all.add(new Step(name)));
        return all;
    }

    private void step(String name, List<COSBase> operands) {
        if (POINTS.contains(name)) {
            for (int i = 0; i + 1 < operands.size(); i += 2) {
                extend(number(operands.get(i)), number(operands.get(i + 1)));
            }
        } else if (name.equals("re") && operands.size() == 4) {
            float x = number(operands.get(0));
            float y = number(operands.get(1));
            extend(x, y);
            extend(x + number(operands.get(2)), y + number(operands.get(3)));
        } else {
            if (FILLS.contains(name)
                    && path[0] <= path[2]
                    && areas.size() < AREAS
                    && !isWhite(engine.getGraphicsState())) {
                areas.add(new Rectangle2D.Double(path[0], path[1], path[2] - path[0], path[3] - path[1]));
            }
            path = none();
        }
    }

    private void extend(float x, float y) {
        var at = engine.getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
        path[0] = Math.min(path[0], at.x);
        path[1] = Math.min(path[1], at.y);
        path[2] = Math.max(path[2], at.x);
        path[3] = Math.max(path[3], at.y);
    }

    private static float number(COSBase operand) {
        return operand instanceof COSNumber number ? number.floatValue() : 0;
    }

    private static double[] none() {
        return new double[] {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
    }

    /** An operator that builds a path or ends it. */
    private final class Step extends OperatorProcessor {
        private final String name;

        Step(String name) {
            super(engine);
            this.name = name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            step(name, operands);
        }

        @Override
        public String getName() {
            return name;
        }
    }

    /** Notes where a picture stands, without opening it. */
    private final class Pictures extends DrawObject {
        Pictures() {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (!operands.isEmpty()
                    && operands.getFirst() instanceof COSName name
                    && engine.getResources() != null
                    && engine.getResources().isImageXObject(name)) {
                Matrix matrix = engine.getGraphicsState().getCurrentTransformationMatrix();
                var unit = new Rectangle2D.Float(0, 0, 1, 1);
                pictures.add(matrix.createAffineTransform()
                        .createTransformedShape(unit)
                        .getBounds2D());
                return;
            }
            super.process(operator, operands);
        }
    }
}
