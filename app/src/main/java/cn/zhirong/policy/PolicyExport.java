package cn.zhirong.policy;

import cn.zhirong.bundle.YamlText;
import cn.zhirong.document.Provision;
import cn.zhirong.document.SafeFileName;
import cn.zhirong.document.SourceFormat;
import cn.zhirong.document.UnreadableDocument;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a shelf has published in the form that {@link PolicyFiles} reads, and the original files beside it. Each text that
 * was written is read again: where that gives other provisions than those in the database, it is told.
 */
@Singleton
public class PolicyExport {
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    private final PolicyOutbox outbox;
    private final VersionRepository versions;
    private final TextRepository texts;
    private final FileRepository files;
    private final PolicyRepository policies;
    private final Imports imports;

    PolicyExport(
            PolicyOutbox outbox,
            VersionRepository versions,
            TextRepository texts,
            FileRepository files,
            PolicyRepository policies,
            Imports imports) {
        this.outbox = outbox;
        this.versions = versions;
        this.texts = texts;
        this.files = files;
        this.policies = policies;
        this.imports = imports;
    }

    /**
     * Writes a folder per published policy.
     *
     * @return what a person should know about it, in Chinese; empty where everything reads back as it was
     */
    public List<String> write(Tenant shelf, Path folder) throws IOException {
        List<String> remarks = new ArrayList<>();
        Map<Long, List<PublishedText>> byPolicy = new TreeMap<>();
        long last = 0;
        for (List<PublishedText> some = outbox.publishedAfter(shelf, last);
                !some.isEmpty();
                some = outbox.publishedAfter(shelf, last)) {
            for (PublishedText text : some) {
                last = text.version().id();
                byPolicy.computeIfAbsent(text.version().policyId(), id -> new ArrayList<>())
                        .add(text);
            }
        }
        Map<Long, String> slugs = slugs(shelf, byPolicy);
        for (Map.Entry<Long, List<PublishedText>> policy : byPolicy.entrySet()) {
            Path own = Files.createDirectories(folder.resolve(Objects.requireNonNull(slugs.get(policy.getKey()))));
            writePolicy(shelf, policy.getValue(), own, remarks);
        }
        return remarks;
    }

    /** Writes every file that was ever uploaded and is still kept, drafts included, as {@code <key>-<name>}. */
    public void writeFiles(Tenant shelf, Path folder) throws IOException {
        long last = 0;
        for (List<FileRow> some = files.after(shelf.id(), last);
                !some.isEmpty();
                some = files.after(shelf.id(), last)) {
            for (FileRow file : some) {
                last = Objects.requireNonNull(file.id());
                try (OutputStream out = Files.newOutputStream(
                        Files.createDirectories(folder).resolve(last + "-" + SafeFileName.of(file.name())))) {
                    copy(shelf, last, out);
                }
            }
        }
    }

    private Map<Long, String> slugs(Tenant shelf, Map<Long, List<PublishedText>> byPolicy) {
        Map<Long, String> slugs = new LinkedHashMap<>();
        for (String code : policies.codes(shelf.id())) {
            if (SLUG.matcher(code).matches()) {
                versions.ofCode(shelf.id(), code).stream()
                        .findFirst()
                        .ifPresent(row -> slugs.put(row.policyId(), code));
            }
        }
        byPolicy.keySet().forEach(id -> slugs.putIfAbsent(id, "p" + id));
        return slugs;
    }

    private void writePolicy(Tenant shelf, List<PublishedText> found, Path folder, List<String> remarks)
            throws IOException {
        List<PublishedText> oldestFirst = found.stream()
                .sorted(Comparator.comparingInt(text -> text.version().number()))
                .toList();
        PolicyVersion latest = oldestFirst.getLast().version();
        boolean one = oldestFirst.size() == 1;
        Map<String, Object> yaml = new LinkedHashMap<>();
        yaml.put("title", latest.title());
        yaml.put("issuers", latest.issuers().isEmpty() ? List.of(shelf.profile().name()) : latest.issuers());
        yaml.put("kind", word(latest.kind()));
        yaml.put("level", word(latest.level()));
        yaml.put("audience", latest.audience().isEmpty() ? List.of("enterprise") : latest.audience());
        // Topics are not kept; the format wants one.
        yaml.put("topics", List.of("政策"));
        yaml.put("source", latest.source().isBlank() ? shelf.profile().name() : latest.source());
        yaml.put("illustrative", latest.illustrative());
        if (one) {
            put(yaml, "note", latest.note());
            dates(yaml, latest);
            writeText(shelf, oldestFirst.getFirst(), folder.resolve("policy.md"), remarks);
        } else {
            List<Map<String, Object>> list = new ArrayList<>();
            for (PublishedText text : oldestFirst) {
                Map<String, Object> version = new LinkedHashMap<>();
                String file = "v" + text.version().number() + ".md";
                version.put("file", file);
                put(version, "note", text.version().note().replaceFirst("。$", ""));
                dates(version, text.version());
                list.add(version);
                writeText(shelf, text, folder.resolve(file), remarks);
            }
            yaml.put("versions", list);
        }
        Files.writeString(folder.resolve("policy.yml"), YamlText.write(yaml));
    }

    private static void dates(Map<String, Object> yaml, PolicyVersion version) {
        put(yaml, "number", version.documentNumber());
        put(yaml, "signed-on", version.signedOn());
        LocalDate published = version.publishedOn();
        // The format wants a day of publication: where none is known, the best that is.
        LocalDate stated = published != null ? published : version.startsOn();
        put(yaml, "published-on", stated == null ? LocalDate.EPOCH : stated);
        put(yaml, "effective-from", version.effectiveFrom());
        put(yaml, "expires-on", version.expiresOn());
        put(yaml, "repealed-on", version.repealedOn());
    }

    private static void put(Map<String, Object> yaml, String key, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            yaml.put(key, value.toString());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void writeText(Tenant shelf, PublishedText text, Path file, List<String> remarks) throws IOException {
        Files.writeString(file, markdown(shelf, text));
        String name = "《" + text.version().title() + "》" + file.getFileName();
        try {
            List<Provision> again =
                    imports.read(file, "policy.md", List.of()).parsed().provisions();
            differing(text.provisions(), again)
                    .ifPresent(path -> remarks.add(
                            name + "：重新读入后，从“" + path + "”起与库中的条款不同；条款原样见 data/provision.jsonl，原文件见 files。"));
        } catch (UnreadableDocument e) {
            remarks.add(name + "：不能重新读入（" + e.getMessage() + "）。");
        }
    }

    private String markdown(Tenant shelf, PublishedText text) throws IOException {
        long versionId = text.version().id();
        Optional<FileRow> original = versions.find(shelf.id(), versionId)
                .flatMap(row -> Optional.ofNullable(row.fileId()))
                .flatMap(fileId -> files.find(shelf.id(), fileId))
                .filter(file -> file.format() == SourceFormat.MARKDOWN);
        boolean corrected = texts.find(shelf.id(), versionId)
                .map(row -> !row.corrections().equals("[]"))
                .orElse(false);
        if (original.isPresent() && !corrected) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            copy(shelf, Objects.requireNonNull(original.get().id()), bytes);
            String markdown = bytes.toString(StandardCharsets.UTF_8);
            if (markdown.startsWith("# ")) {
                return markdown;
            }
        }
        return WrittenMarkdown.of(text.version().title(), text.provisions());
    }

    private static Optional<String> differing(List<Provision> stored, List<Provision> again) {
        for (int i = 0; i < Math.max(stored.size(), again.size()); i++) {
            if (i >= stored.size() || i >= again.size()) {
                return Optional.of(
                        i < stored.size() ? stored.get(i).path() : again.get(i).path());
            }
            Provision one = stored.get(i);
            Provision other = again.get(i);
            if (!one.path().equals(other.path())
                    || !one.text().equals(other.text())
                    || !one.heading().equals(other.heading())) {
                return Optional.of(one.path());
            }
        }
        return Optional.empty();
    }

    private void copy(Tenant shelf, long fileId, OutputStream out) throws IOException {
        int ordinal = 0;
        Optional<PieceRow> piece = files.piece(shelf.id(), fileId, ordinal);
        while (piece.isPresent()) {
            out.write(piece.get().content());
            piece = files.piece(shelf.id(), fileId, ++ordinal);
        }
    }
}
