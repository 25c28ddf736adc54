package cn.zhirong.web;

import java.util.Set;

/**
 * The accessibility settings of one browser, kept in a cookie as {@code scheme.zoom.flags}.
 *
 * @param scheme colour scheme
 * @param zoom text size in per cent, 100 to 200 in steps of 25
 * @param pointer large pointer
 * @param guide reading guide
 * @param elder the version for elderly people
 */
public record Display(String scheme, int zoom, boolean pointer, boolean guide, boolean elder) {
    private static final Set<String> SCHEMES =
            Set.of("default", "white-black", "blue-yellow", "yellow-black", "black-yellow");

    /** What a browser gets that chose nothing. */
    public static final Display DEFAULT = new Display("default", 100, false, false, false);

    /** Whatever is out of bounds becomes the default, silently: a cookie is nobody's typed input. */
    public Display {
        scheme = SCHEMES.contains(scheme) ? scheme : "default";
        zoom = zoom >= 100 && zoom <= 200 && zoom % 25 == 0 ? zoom : 100;
    }

    static Display ofCookie(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{3}")) {
            return DEFAULT;
        }
        return new Display(
                parts[0],
                Integer.parseInt(parts[1]),
                parts[2].contains("p"),
                parts[2].contains("g"),
                parts[2].contains("e"));
    }

    String cookie() {
        return scheme + "." + zoom + "." + (pointer ? "p" : "") + (guide ? "g" : "") + (elder ? "e" : "");
    }
}
