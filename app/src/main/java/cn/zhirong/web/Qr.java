package cn.zhirong.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code to be drawn: dark squares of 1 × 1 in a field of {@code size} × {@code size} that includes the quiet border.
 *
 * @param path the squares as data of an SVG path
 */
public record Qr(int size, String path) {
    private static final int BORDER = 4;

    static Qr of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Qr(code.size + 2 * BORDER, path.toString());
    }
}
