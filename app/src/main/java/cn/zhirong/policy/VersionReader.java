package cn.zhirong.policy;

import cn.zhirong.bundle.BundledFolder;
import cn.zhirong.bundle.Problems;
import cn.zhirong.bundle.YamlMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks what belongs to one version: its number, its days and its Markdown file. */
final class VersionReader {
    private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]*\\.md");
    private static final Pattern HEADING = Pattern.compile("# \\S.*");

    private VersionReader() {}

    /** Empty, with the problem noted, when its file or its day of publication is missing. */
    static Optional<BundledVersion> read(
            BundledFolder folder, String place, String name, @Nullable String note, YamlMap yaml, Problems problems) {
        String number = yaml.optionalText("number");
        LocalDate signedOn = yaml.optionalDate("signed-on");
        LocalDate publishedOn = yaml.optionalDate("published-on");
        LocalDate effectiveFrom = yaml.optionalDate("effective-from");
        LocalDate expiresOn = yaml.optionalDate("expires-on");
        LocalDate repealedOn = yaml.optionalDate("repealed-on");
        if (!yaml.has("published-on")) {
            yaml.error("published-on", "缺少“published-on”");
        }
        if (signedOn != null && publishedOn != null && publishedOn.isBefore(signedOn)) {
            yaml.warn("published-on", "发布日期早于成文日期，请核对");
        }
        if (signedOn != null && effectiveFrom != null && effectiveFrom.isBefore(signedOn)) {
            yaml.warn("effective-from", "施行日期早于成文日期，请核对");
        }
        LocalDate starts = effectiveFrom == null ? publishedOn : effectiveFrom;
        if (starts != null && expiresOn != null && expiresOn.isBefore(starts)) {
            yaml.error("expires-on", "失效日期早于施行日期");
        }
        if (starts != null && repealedOn != null && repealedOn.isBefore(starts)) {
            yaml.error("repealed-on", "废止日期早于施行日期");
        }
        if (!FILE.matcher(name).matches()) {
            yaml.error("file", "文件名“" + name + "”不对：应当在同一文件夹内，由小写字母、数字和连字符组成，以.md结尾");
            return Optional.empty();
        }
        String file = place + "/" + name;
        Optional<String> markdown = folder.text(file, problems);
        markdown.ifPresent(text -> check(file, text, problems));
        if (markdown.isEmpty() || publishedOn == null) {
            return Optional.empty();
        }
        return Optional.of(new BundledVersion(
                file, number, signedOn, publishedOn, effectiveFrom, expiresOn, repealedOn, null, note, markdown.get()));
    }

    private static void check(String file, String markdown, Problems problems) {
        String first = markdown.lines().findFirst().orElse("");
        if (!HEADING.matcher(first).matches()) {
            problems.error(file, 1, "第一行应当是“# 标题”");
        }
        if (markdown.lines().skip(1).allMatch(String::isBlank)) {
            problems.error(file, 1, "只有标题，没有正文");
        }
        BundledNumbering.check(file, markdown, problems);
    }
}
