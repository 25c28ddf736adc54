package cn.zhirong.assistant;

import cn.zhirong.document.DocumentReader;
import cn.zhirong.document.DocumentText;
import cn.zhirong.document.FileDocumentReader;
import cn.zhirong.document.ProvisionParser;
import cn.zhirong.document.ReaderLimits;
import cn.zhirong.document.UnreadableDocument;
import cn.zhirong.knowledge.BgeEmbedder;
import cn.zhirong.knowledge.Embedder;
import cn.zhirong.knowledge.IndexChange;
import cn.zhirong.knowledge.PolicyIndexes;
import cn.zhirong.knowledge.VersionText;
import cn.zhirong.policy.BundledPolicy;
import cn.zhirong.policy.BundledVersion;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.tenant.TenantFiles;
import cn.zhirong.tenant.TenantProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The bundled policies of the demonstration bureaus, read, cut and indexed as the product does it, without a database. */
final class DemonstrationLibrary {
    private DemonstrationLibrary() {}

    /** All shelves under {@code folder}, vectors included. */
    static PolicyIndexes open(Path folder) throws IOException, UnreadableDocument, InterruptedException {
        PolicyIndexes indexes = open(folder, new BgeEmbedder());
        if (!indexes.awaitVectors(Duration.ofMinutes(5))) {
            throw new IllegalStateException("the vectors took too long");
        }
        return indexes;
    }

    /** All shelves under {@code folder}; vectors come in the background. */
    static PolicyIndexes open(Path folder, Embedder embedder) throws IOException, UnreadableDocument {
        DocumentReader reader = new FileDocumentReader(ReaderLimits.usual());
        Map<String, List<IndexChange>> changes = new TreeMap<>();
        long id = 0;
        for (BundledPolicy policy : PolicyFiles.bundled().policies()) {
            long policyId = ++id;
            List<IndexChange> shelf = changes.computeIfAbsent(policy.shelf(), key -> new ArrayList<>());
            for (int i = 0; i < policy.versions().size(); i++) {
                BundledVersion version = policy.versions().get(i);
                Path file = Files.writeString(folder.resolve("text.md"), version.markdown());
                DocumentText text = reader.read(file, "text.md");
                shelf.add(new IndexChange.Put(
                        shelf.size() + 1,
                        new VersionText(
                                policy.shelf(),
                                policyId,
                                ++id,
                                i + 1,
                                policy.title(),
                                Objects.requireNonNullElse(version.number(), ""),
                                policy.issuers(),
                                policy.level(),
                                version.term(policy.kind()),
                                version.signedOn(),
                                version.publishedOn(),
                                new ProvisionParser().parse(text, List.of()).provisions())));
            }
        }
        PolicyIndexes indexes = new PolicyIndexes(folder, embedder);
        changes.forEach(indexes::apply);
        return indexes;
    }

    static TenantProfile bureau(String slug) {
        return TenantFiles.bundled().tenants().stream()
                .filter(profile -> profile.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
