package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one provision between two texts.
 *
 * @param before as it stood, or null if it is new
 * @param after as it stands, or null if it is gone
 */
record ProvisionChange(@Nullable Provision before, @Nullable Provision after) {
    ProvisionChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change needs a provision on one side at least");
        }
    }

    /** How it is told to a reader. */
    public enum Status {
        ADDED("新增"),
        REMOVED("删除"),
        CHANGED("修改"),
        RENUMBERED("仅改编号"),
        SAME("无变化");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** The word a reader sees. */
        public String label() {
            return label;
        }
    }

    Status status() {
        if (before == null) {
            return Status.ADDED;
        }
        if (after == null) {
            return Status.REMOVED;
        }
        if (!squeezed(before).equals(squeezed(after))) {
            return Status.CHANGED;
        }
        return before.path().equals(after.path()) ? Status.SAME : Status.RENUMBERED;
    }

    /** The side that a reader is led to. */
    Provision either() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    /** Heading and words without white space: what counts when two provisions are compared. */
    static String squeezed(Provision provision) {
        return (provision.heading() + "\n" + provision.text()).replaceAll("[\\s\\u3000\\u00a0]+", "");
    }

    /** Heading and words as they are compared word by word. */
    static String words(@Nullable Provision provision) {
        if (provision == null) {
            return "";
        }
        boolean both = !provision.heading().isEmpty() && !provision.text().isEmpty();
        return provision.heading() + (both ? "　" : "") + provision.text();
    }
}
