package cn.zhirong.tenant;

import cn.zhirong.bundle.BundledFolder;
import cn.zhirong.bundle.Problems;
import cn.zhirong.bundle.YamlMap;
import cn.zhirong.kernel.Problem;
import cn.zhirong.tenant.TenantProfile.Contact;
import cn.zhirong.tenant.TenantProfile.Footer;
import cn.zhirong.tenant.TenantProfile.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code <slug>/tenant.yml} for each bureau of a folder and checks all of them before telling anything. */
public final class TenantFiles {
    /** What a bureau's slug looks like: it is the first part of its addresses. */
    public static final Pattern SLUG = ProfileRules.SLUG;

    private final BundledFolder folder;
    private final Problems problems = new Problems();

    private TenantFiles(BundledFolder folder) {
        this.folder = folder;
    }

    /**
     * The outcome of a reading.
     *
     * @param tenants those without an error, by slug
     * @param problems of all files, by file and line
     * @param warnings odd things that keep nothing from being used, by file and line
     */
    public record Loaded(List<TenantProfile> tenants, List<Problem> problems, List<Problem> warnings) {
        public Loaded {
            tenants = List.copyOf(tenants);
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }

    /** Reads a folder on disk that holds one folder per bureau. */
    public static Loaded read(Path root) {
        try (BundledFolder folder = BundledFolder.onDisk(root)) {
            return new TenantFiles(folder).readAll();
        }
    }

    /** Reads the bureaus that travel with the application. */
    public static Loaded bundled() {
        try (BundledFolder folder = BundledFolder.onClassPath("tenants")) {
            return new TenantFiles(folder).readAll();
        }
    }

    private Loaded readAll() {
        List<TenantProfile> tenants = new ArrayList<>();
        for (String slug : folder.foldersIn("")) {
            String file = slug + "/tenant.yml";
            folder.text(file, problems)
                    .flatMap(text -> YamlMap.read(file, text, problems))
                    .flatMap(yaml -> tenant(slug, file, yaml))
                    .ifPresent(tenants::add);
        }
        return new Loaded(tenants, problems.errors(), problems.warnings());
    }

    private Optional<TenantProfile> tenant(String folderName, String file, YamlMap yaml) {
        String slug = yaml.text("slug", SLUG, "应当以小写字母开头，由2至32个小写字母、数字或者连字符组成");
        if (!slug.isEmpty() && !slug.equals(folderName)) {
            yaml.error("slug", "“slug”应当与所在文件夹同名：" + folderName);
        }
        if (ProfileRules.isReserved(slug)) {
            yaml.error("slug", "“" + slug + "”是保留名称");
        }
        String name = yaml.text("name");
        String shortName = yaml.text("short-name");
        boolean illustrative = yaml.flag("illustrative");
        Optional<Region> region = yaml.map("region").map(TenantFiles::region);
        Optional<String> primary = yaml.map("colours").map(TenantFiles::primary);
        Optional<Contact> contact = yaml.map("contact").map(map -> contact(map, illustrative));
        Optional<Footer> footer = yaml.map("footer").map(TenantFiles::footer);
        String welcome = Objects.requireNonNullElse(yaml.optionalText("welcome"), "");
        List<String> suggestions = yaml.has("suggestions") ? suggestions(yaml) : List.of();
        yaml.finish();
        if (problems.hasErrorIn(file)) {
            return Optional.empty();
        }
        return Optional.of(new TenantProfile(
                slug,
                name,
                shortName,
                region.orElseThrow(),
                primary.orElseThrow(),
                contact.orElseThrow(),
                footer.orElseThrow(),
                suggestions,
                welcome,
                illustrative));
    }

    private static Region region(YamlMap yaml) {
        String code = Objects.requireNonNullElse(yaml.optionalText("code"), "");
        if (!code.isEmpty() && !ProfileRules.isRegionCode(code)) {
            yaml.error("code", "“code”的值“" + code + "”不对：应当是6位行政区划代码，并加引号");
        }
        Region region = new Region(yaml.text("name"), code);
        yaml.finish();
        return region;
    }

    private static String primary(YamlMap yaml) {
        String primary = yaml.text("primary", ProfileRules.COLOUR, "应当写成\"#0b5394\"的形式，并加引号");
        yaml.finish();
        if (ProfileRules.isColour(primary)) {
            ProfileRules.pale(primary).ifPresent(problem -> yaml.error("primary", problem));
        }
        return primary;
    }

    private static Contact contact(YamlMap yaml, boolean illustrative) {
        Contact contact = new Contact(
                yaml.optionalText("department"),
                yaml.optionalText("address"),
                yaml.optionalText("phone"),
                yaml.optionalText("hours"),
                yaml.optionalText("email"));
        yaml.finish();
        String email = contact.email();
        if (email != null && !ProfileRules.isEmail(email)) {
            yaml.error("email", "“" + email + "”不是电子邮箱");
        } else if (email != null && illustrative && !email.endsWith(".example")) {
            yaml.error("email", "示例租户的邮箱应当以.example结尾，以免误发给真实的人");
        }
        String phone = contact.phone();
        if (phone != null && illustrative && !phone.endsWith("0000000")) {
            yaml.error("phone", "示例租户的电话应当以0000000结尾，以免误拨给真实的人");
        }
        return contact;
    }

    private static Footer footer(YamlMap yaml) {
        Footer footer = new Footer(
                yaml.optionalText("host"),
                yaml.optionalText("organiser"),
                yaml.optionalText("site-code"),
                yaml.optionalText("icp"),
                yaml.optionalText("police"));
        yaml.finish();
        return footer;
    }

    private static List<String> suggestions(YamlMap yaml) {
        List<String> suggestions = yaml.texts("suggestions");
        int count = suggestions.size();
        if (count > ProfileRules.MOST_SUGGESTIONS) {
            yaml.error("suggestions", "“suggestions”有" + count + "项，最多8项");
        } else if (count > 0 && count < ProfileRules.FEWEST_SUGGESTIONS) {
            yaml.warn("suggestions", "“suggestions”有" + count + "项，建议6至8项");
        }
        return suggestions;
    }
}
