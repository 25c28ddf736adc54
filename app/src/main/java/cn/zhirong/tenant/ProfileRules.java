package cn.zhirong.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a bureau's profile must look like, wherever it comes from: a file, the platform's page or the director's. */
public final class ProfileRules {
    /** What a bureau's slug looks like: it is the first part of its addresses. */
    public static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /** First parts of addresses that stand for something else, or for the common shelf. */
    static final Set<String> RESERVED = Set.of(
            "shared",
            "static",
            "assets",
            "api",
            "admin",
            "health",
            "platform",
            "display",
            "gallery",
            "openapi",
            "prometheus",
            "embed");

    /** How many questions a bureau suggests, where it suggests any. */
    public static final int FEWEST_SUGGESTIONS = 6;

    /** How many it may suggest. */
    public static final int MOST_SUGGESTIONS = 8;

    static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern REGION_CODE = Pattern.compile("[1-9][0-9]{5}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private ProfileRules() {}

    /** Whether it is written {@code #rrggbb}. */
    public static boolean isColour(String written) {
        return COLOUR.matcher(written).matches();
    }

    /** What is wrong with a well-written colour: white words on it must be readable. */
    public static Optional<String> pale(String colour) {
        double contrast = Contrast.againstWhite(colour);
        return contrast >= Contrast.READABLE
                ? Optional.empty()
                : Optional.of("主色与白色的对比度是" + String.format(Locale.ROOT, "%.2f", contrast) + "，应当不低于4.5，请换深一些的颜色");
    }

    /** Whether it may be the number of a region in GB/T 2260. */
    public static boolean isRegionCode(String written) {
        return REGION_CODE.matcher(written).matches();
    }

    /** Whether it may be an e-mail address. */
    public static boolean isEmail(String written) {
        return EMAIL.matcher(written).matches();
    }

    /** Whether the slug stands for something else in addresses. */
    public static boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }
}
