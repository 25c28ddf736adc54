package cn.zhirong.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first passages of a folder in the BEIR layout, and its questions. Every contestant reads it by itself and gets the same.
 *
 * @param versions the documents, the last one cut off where the passages end
 * @param questions in file order
 */
record BenchCorpus(List<CutVersion> versions, List<String> questions) {

    /** @param most how many passages; all where there are fewer */
    static BenchCorpus read(Path folder, String shelf, int most) throws IOException {
        BeirCorpus all = BeirCorpus.read(folder, shelf);
        var versions = new ArrayList<CutVersion>();
        int left = most;
        for (CutVersion version : all.versions()) {
            if (left <= 0) {
                break;
            }
            List<Passage> passages = version.passages()
                    .subList(0, Math.min(left, version.passages().size()));
            versions.add(new CutVersion(version.versionId(), version.title(), passages));
            left -= passages.size();
        }
        return new BenchCorpus(
                List.copyOf(versions), List.copyOf(all.questions().values()));
    }

    List<Passage> passages() {
        return versions.stream().flatMap(version -> version.passages().stream()).toList();
    }
}
