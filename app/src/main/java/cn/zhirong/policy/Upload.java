package cn.zhirong.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a file that somebody sent. */
public sealed interface Upload {

    /**
     * It is stored, as a draft that waits for confirmation (or published, where the command line said so).
     *
     * @param version the draft
     * @param provisions how many were found
     * @param notices what to look at before publishing
     * @param sameText another document with the same words from another file, or null
     * @param versionOf a policy with the same number or title of which this may be a new version, or null
     */
    record Stored(
            PolicyVersion version,
            int provisions,
            List<PolicyNotice> notices,
            @Nullable PolicyLink sameText,
            @Nullable PolicyLink versionOf)
            implements Upload {
        public Stored {
            notices = List.copyOf(notices);
        }

        /** Everything a person should look at, in Chinese: notices, the same words elsewhere, an older version. */
        public List<String> warnings() {
            List<String> warnings =
                    new ArrayList<>(notices.stream().map(PolicyNotice::message).toList());
            if (sameText != null) {
                warnings.add("正文与《" + sameText.title() + "》第 " + sameText.version() + " 版完全相同。");
            }
            if (versionOf != null) {
                warnings.add("文号或标题与已有文件《" + versionOf.title() + "》（编号 " + versionOf.policyId() + "）相同，可能是它的新版本。");
            }
            return List.copyOf(warnings);
        }
    }

    /**
     * The very same file is there already; nothing was stored.
     *
     * @param existing where it is
     * @param versionId its key, for the console
     * @param state whether readers see it
     */
    record Duplicate(PolicyLink existing, long versionId, State state) implements Upload {
        /** In Chinese, naming the document that is there. */
        public String message() {
            return "这个文件已经上传过：《" + existing.title() + "》第 " + existing.version() + " 版（" + state.label() + "）。";
        }
    }

    /**
     * It cannot be read; nothing was stored.
     *
     * @param code a stable word such as {@code type-mismatch}
     * @param message in Chinese, complete
     */
    record Unreadable(String code, String message) implements Upload {}
}
