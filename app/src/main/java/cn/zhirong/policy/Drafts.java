package cn.zhirong.policy;

import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;

/** Reads versions with all that belongs to them, and says whether they may be changed. */
@Singleton
class Drafts {
    private final Versions versions;
    private final TextRepository texts;
    private final Json json;

    Drafts(Versions versions, TextRepository texts, Json json) {
        this.versions = versions;
        this.texts = texts;
        this.json = json;
    }

    /** A version in any state. */
    Draft draft(Tenant tenant, long versionId) {
        VersionRow row = versions.row(tenant, versionId);
        TextRow text = texts.find(tenant.id(), versionId).orElseThrow(Refusal::notFound);
        StoredFacts found = json.read(text.found(), StoredFacts.class);
        return new Draft(
                versions.version(tenant, row),
                PolicyFacts.found(found.facts(), row.source()),
                found.repealedNumbers(),
                versions.provisions(tenant, versionId),
                json.readList(text.notices(), PolicyNotice.class),
                json.readList(text.corrections(), StoredCorrection.class).stream()
                        .map(StoredCorrection::correction)
                        .toList(),
                versions.file(tenant, row));
    }

    /** A draft that nobody changed since {@code revision}; a refusal for anything else. */
    Draft editable(Tenant tenant, long versionId, int revision) {
        Draft draft = draft(tenant, versionId);
        mustBeDraft(draft.version());
        DraftStore.must(draft.version().revision() == revision ? 1 : 0);
        return draft;
    }

    static void mustBeDraft(PolicyVersion version) {
        if (version.state() != State.DRAFT) {
            throw Refusal.conflict(
                    "not-a-draft", "这份文件现在是“" + version.state().label() + "”，只有草稿可以修改；要更改已发布的文件，请上传新版本。");
        }
    }
}
