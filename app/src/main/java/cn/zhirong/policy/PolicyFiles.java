package cn.zhirong.policy;

import cn.zhirong.bundle.BundledFolder;
import cn.zhirong.bundle.Problems;
import cn.zhirong.bundle.YamlMap;
import cn.zhirong.document.DocumentKind;
import cn.zhirong.kernel.Problem;
import cn.zhirong.tenant.TenantFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code <shelf>/<policy>/policy.yml} and the Markdown beside it, for each policy of a folder, and checks all of them
 * before telling anything. A shelf is a bureau's slug or {@code shared}.
 */
public final class PolicyFiles {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    private static final Pattern AUDIENCE =
            Pattern.compile("enterprise|bank|guarantor|insurer|valuer|intermediary|bureau");
    private static final Pattern SOURCE = Pattern.compile("(?!http:).+");
    /** How the number of a document made up for a demonstration begins, so that nobody takes it for a real one. */
    private static final String ILLUSTRATIVE = "示例";

    private final BundledFolder folder;
    private final Problems problems = new Problems();
    private final Map<String, String> fileOfNumber = new HashMap<>();

    private PolicyFiles(BundledFolder folder) {
        this.folder = folder;
    }

    /**
     * The outcome of a reading.
     *
     * @param policies those without an error, by shelf and slug
     * @param problems of all files, by file and line
     * @param warnings odd things that keep nothing from being used, by file and line
     */
    public record Loaded(List<BundledPolicy> policies, List<Problem> problems, List<Problem> warnings) {
        public Loaded {
            policies = List.copyOf(policies);
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }

    /** Reads a folder on disk that holds one folder per shelf. */
    public static Loaded read(Path root) {
        try (BundledFolder folder = BundledFolder.onDisk(root)) {
            return new PolicyFiles(folder).readAll();
        }
    }

    /** Reads the policies that travel with the application. */
    public static Loaded bundled() {
        try (BundledFolder folder = BundledFolder.onClassPath("policies")) {
            return new PolicyFiles(folder).readAll();
        }
    }

    private Loaded readAll() {
        List<BundledPolicy> policies = new ArrayList<>();
        for (String shelf : folder.foldersIn("")) {
            if (!TenantFiles.SLUG.matcher(shelf).matches()) {
                problems.error(shelf, 0, "文件夹名称应当是租户的slug或者shared");
            }
            for (String slug : folder.foldersIn(shelf)) {
                readOne(shelf, slug).ifPresent(policies::add);
            }
        }
        return new Loaded(policies, problems.errors(), problems.warnings());
    }

    private Optional<BundledPolicy> readOne(String shelf, String slug) {
        String place = shelf + "/" + slug;
        if (!SLUG.matcher(slug).matches()) {
            problems.error(place, 0, "文件夹名称应当以小写字母开头，由2至32个小写字母、数字或者连字符组成");
        }
        String file = place + "/policy.yml";
        return folder.text(file, problems)
                .flatMap(text -> YamlMap.read(file, text, problems))
                .flatMap(yaml -> policy(shelf, slug, yaml));
    }

    private Optional<BundledPolicy> policy(String shelf, String slug, YamlMap yaml) {
        String place = shelf + "/" + slug;
        String title = yaml.text("title");
        List<String> issuers = yaml.texts("issuers");
        DocumentKind kind = yaml.word("kind", DocumentKind.class);
        Level level = yaml.word("level", Level.class);
        List<String> audience = yaml.texts("audience");
        List<String> topics = yaml.texts("topics");
        String source = yaml.text("source", SOURCE, "网址应当以https开头");
        boolean illustrative = yaml.flag("illustrative");
        String note = yaml.optionalText("note");
        List<BundledVersion> versions = yaml.has("versions") ? versions(place, yaml) : single(place, yaml);
        yaml.finish();

        checkShelf(shelf, level, yaml);
        checkAudience(audience, yaml);
        checkIllustrative(title, kind, illustrative, versions, yaml);
        checkOrder(versions, yaml);
        checkUnusedFiles(place, versions);
        checkNumbersUnique(place + "/policy.yml", shelf, versions);
        if (versions.isEmpty() || problems.hasErrorIn(place)) {
            return Optional.empty();
        }
        return Optional.of(new BundledPolicy(
                shelf,
                slug,
                title,
                issuers,
                kind,
                level,
                audience,
                topics,
                source,
                illustrative,
                note,
                succeeding(versions)));
    }

    private List<BundledVersion> single(String place, YamlMap yaml) {
        return VersionReader.read(folder, place, "policy.md", null, yaml, problems)
                .map(List::of)
                .orElse(List.of());
    }

    private List<BundledVersion> versions(String place, YamlMap yaml) {
        List<BundledVersion> versions = new ArrayList<>();
        Set<String> files = new HashSet<>();
        for (YamlMap version : yaml.maps("versions")) {
            String file = version.text("file");
            if (!files.add(file)) {
                version.error("file", "文件“" + file + "”已经被另一个版本使用");
            }
            String note = version.optionalText("note");
            if (!file.isEmpty()) {
                VersionReader.read(folder, place, file, note, version, problems).ifPresent(versions::add);
            }
            version.finish();
        }
        return versions;
    }

    private static void checkShelf(String shelf, Level level, YamlMap yaml) {
        boolean wide = level == Level.NATIONAL || level == Level.PROVINCIAL;
        if (shelf.equals(BundledPolicy.SHARED) && !wide) {
            yaml.error("level", "共用书架shared只放国家和省级文件");
        }
    }

    private static void checkAudience(List<String> audience, YamlMap yaml) {
        for (String one : audience) {
            if (!AUDIENCE.matcher(one).matches()) {
                String known = AUDIENCE.pattern().replace("|", "、");
                yaml.error("audience", "“audience”里的“" + one + "”不对，可以是：" + known);
            }
        }
    }

    private static void checkIllustrative(
            String title, DocumentKind kind, boolean illustrative, List<BundledVersion> versions, YamlMap yaml) {
        boolean lays = kind.isBinding() || kind == DocumentKind.DRAFT_FOR_COMMENT;
        if (illustrative && lays && !title.isEmpty() && !title.contains(ILLUSTRATIVE)) {
            yaml.error("title", "示例文件的标题应当写明“示例”");
        }
        for (BundledVersion version : versions) {
            String number = version.number();
            if (number != null && number.startsWith(ILLUSTRATIVE) != illustrative) {
                yaml.error("illustrative", "文号“" + number + "”与“illustrative”不一致：示例文件的文号以“示例”开头，真实文件的不能");
            }
        }
    }

    private static void checkOrder(List<BundledVersion> versions, YamlMap yaml) {
        for (int i = 1; i < versions.size(); i++) {
            BundledVersion older = versions.get(i - 1);
            BundledVersion newer = versions.get(i);
            if (!newer.startsOn().isAfter(older.startsOn())) {
                yaml.error("versions", "版本应当从旧到新排列：“" + newer.file() + "”的施行日期不晚于前一个版本");
            }
        }
    }

    private void checkUnusedFiles(String place, List<BundledVersion> versions) {
        for (String name : folder.filesIn(place)) {
            String file = place + "/" + name;
            boolean used = versions.stream().anyMatch(version -> version.file().equals(file));
            if (!used
                    && name.endsWith(".md")
                    && !problems.hasErrorIn(file)
                    && !problems.hasErrorIn(place + "/policy.yml")) {
                problems.error(file, 0, "没有版本使用这个文件");
            }
        }
    }

    private void checkNumbersUnique(String file, String shelf, List<BundledVersion> versions) {
        for (BundledVersion version : versions) {
            if (version.number() != null) {
                String earlier = fileOfNumber.putIfAbsent(shelf + " " + version.number(), file);
                if (earlier != null) {
                    problems.error(file, 0, "文号“" + version.number() + "”已经用在" + earlier);
                }
            }
        }
    }

    private static List<BundledVersion> succeeding(List<BundledVersion> versions) {
        List<BundledVersion> succeeding = new ArrayList<>(versions);
        for (int i = 0; i < versions.size() - 1; i++) {
            succeeding.set(i, versions.get(i).supersededOn(versions.get(i + 1).startsOn()));
        }
        return succeeding;
    }
}
