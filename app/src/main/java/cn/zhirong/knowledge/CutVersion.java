package cn.zhirong.knowledge;

import java.util.List;

/**
 * A version already cut into passages.
 *
 * @param versionId unique on its shelf
 * @param title of the document
 * @param passages in reading order
 */
record CutVersion(long versionId, String title, List<Passage> passages) {
    CutVersion {
        passages = List.copyOf(passages);
    }

    static CutVersion of(VersionText version) {
        return new CutVersion(version.versionId(), version.title(), Passages.of(version));
    }
}
