package cn.zhirong.policy;

import cn.zhirong.database.Json;
import cn.zhirong.document.Correction;
import cn.zhirong.document.DocumentParser;
import cn.zhirong.document.DocumentText;
import cn.zhirong.document.ParsedDocument;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a draft's tree: its lines are parsed anew with the corrections that people made. */
@Singleton
class DraftChanges {
    private static final int MOST_CORRECTIONS = 1000;

    private final DocumentParser parser;
    private final DraftStore store;
    private final Drafts drafts;
    private final Versions versions;
    private final TextRepository texts;
    private final Json json;

    DraftChanges(
            DocumentParser parser,
            DraftStore store,
            Drafts drafts,
            Versions versions,
            TextRepository texts,
            Json json) {
        this.parser = parser;
        this.store = store;
        this.drafts = drafts;
        this.versions = versions;
        this.texts = texts;
        this.json = json;
    }

    /** As {@link PolicyDesk#correct}. */
    Draft correct(Tenant tenant, String actor, long versionId, int revision, Correction correction) {
        Draft before = drafts.editable(tenant, versionId, revision);
        if (before.corrections().size() >= MOST_CORRECTIONS) {
            throw Refusal.unprocessable("too-many-corrections", "一份文件最多更正 " + MOST_CORRECTIONS + " 处，请改好原文件后重新导入。");
        }
        List<Correction> corrections = new ArrayList<>(before.corrections());
        corrections.add(correction);
        return parseAgain(tenant, actor, before, corrections);
    }

    /** As {@link PolicyDesk#undo}. */
    Draft undo(Tenant tenant, String actor, long versionId, int revision) {
        Draft before = drafts.editable(tenant, versionId, revision);
        if (before.corrections().isEmpty()) {
            throw Refusal.conflict("nothing-to-undo", "没有可以撤销的更正。");
        }
        List<Correction> corrections =
                before.corrections().subList(0, before.corrections().size() - 1);
        return parseAgain(tenant, actor, before, corrections);
    }

    /**
     * Puts text and tree in the place of a draft's; what a person confirmed beside them is kept.
     *
     * @param incoming the new file, or null when only the tree changed
     */
    void put(
            Tenant tenant,
            String actor,
            Draft before,
            DocumentText text,
            ParsedDocument parsed,
            List<Correction> corrections,
            @Nullable Incoming incoming) {
        PolicyVersion version = before.version();
        PolicyFacts facts =
                version.facts().following(before.found(), PolicyFacts.found(parsed.facts(), version.source()));
        store.replace(
                tenant,
                actor,
                versions.row(tenant, version.id()),
                version.revision(),
                facts,
                text,
                parsed,
                corrections,
                incoming);
    }

    private Draft parseAgain(Tenant tenant, String actor, Draft before, List<Correction> corrections) {
        long id = before.version().id();
        DocumentText text = texts.find(tenant.id(), id)
                .map(row -> json.read(row.content(), StoredText.class).text())
                .orElseThrow(Refusal::notFound);
        put(tenant, actor, before, text, parser.parse(text, corrections), corrections, null);
        return drafts.draft(tenant, id);
    }
}
