package cn.zhirong.tenant;

/** Contrast of a colour against white, as WCAG 2.2 defines it. */
final class Contrast {
    /** The least that WCAG 2.2 criterion 1.4.3 allows for ordinary text. */
    static final double READABLE = 4.5;

    private Contrast() {}

    /** From 1 (white) to 21 (black). {@code colour} is {@code #rrggbb}. */
    static double againstWhite(String colour) {
        // (L1 + 0.05) / (L2 + 0.05), where white has L1 = 1.
        return 1.05 / (luminance(colour) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double share = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
