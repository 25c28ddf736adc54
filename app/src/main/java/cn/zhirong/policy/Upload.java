package cn.zhirong.policy;

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
