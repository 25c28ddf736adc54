package cn.zhirong.document;

/**
 * Characters as a page shows them, in points from its upper left corner.
 *
 * @param text mostly one character
 * @param x left edge
 * @param y baseline
 * @param width advance
 * @param size height of the type
 */
record Glyph(String text, double x, double y, double width, double size) {
    double right() {
        return x + width;
    }
}
