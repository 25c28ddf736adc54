package cn.zhirong.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Word shows a paragraph or a run, as far as it concerns reading. What is null is taken from the style above.
 *
 * @param vanish hidden text
 * @param color RRGGBB or {@code auto}
 * @param halfPoints size of the type
 * @param shaded stands on a colour
 * @param centred centred on the line
 * @param numbering numbering definition, 0 for none
 * @param level level in it, from 0
 */
record DocxLook(
        @Nullable Boolean vanish,
        @Nullable String color,
        @Nullable Integer halfPoints,
        @Nullable Boolean shaded,
        @Nullable Boolean centred,
        @Nullable Integer numbering,
        @Nullable Integer level) {
    static final DocxLook NOTHING = new DocxLook(null, null, null, null, null, null, null);

    /** This look where it says something, else the other. */
    DocxLook over(DocxLook below) {
        return new DocxLook(
                vanish != null ? vanish : below.vanish,
                color != null ? color : below.color,
                halfPoints != null ? halfPoints : below.halfPoints,
                shaded != null ? shaded : below.shaded,
                centred != null ? centred : below.centred,
                numbering != null ? numbering : below.numbering,
                level != null ? level : below.level);
    }

    /** This look with one property element read into it. */
    DocxLook with(SafeXml xml) {
        String value = xml.attribute("val", "");
        return switch (xml.name()) {
            case "vanish" -> new DocxLook(isOn(value), color, halfPoints, shaded, centred, numbering, level);
            case "color" -> new DocxLook(vanish, value, halfPoints, shaded, centred, numbering, level);
            case "sz" -> new DocxLook(vanish, color, xml.number("val", 24), shaded, centred, numbering, level);
            case "highlight" ->
                new DocxLook(vanish, color, halfPoints, !value.matches("none|white"), centred, numbering, level);
            case "shd" ->
                new DocxLook(
                        vanish, color, halfPoints, isColour(xml.attribute("fill", "auto")), centred, numbering, level);
            case "jc" -> new DocxLook(vanish, color, halfPoints, shaded, value.equals("center"), numbering, level);
            case "numId" -> new DocxLook(vanish, color, halfPoints, shaded, centred, xml.number("val", 0), level);
            case "ilvl" -> new DocxLook(vanish, color, halfPoints, shaded, centred, numbering, xml.number("val", 0));
            default -> this;
        };
    }

    boolean isHidden() {
        return Boolean.TRUE.equals(vanish);
    }

    boolean isTiny() {
        return halfPoints != null && halfPoints < 4;
    }

    boolean isWhite() {
        return color != null && color.matches("(?i)F[A-F0-9]F[A-F0-9]F[A-F0-9]") && !Boolean.TRUE.equals(shaded);
    }

    private static boolean isOn(String value) {
        return !List.of("0", "false", "off").contains(value);
    }

    static boolean isColour(String fill) {
        return !fill.equals("auto") && !fill.matches("(?i)F[A-F0-9]F[A-F0-9]F[A-F0-9]");
    }
}
