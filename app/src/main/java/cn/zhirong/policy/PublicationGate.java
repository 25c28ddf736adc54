package cn.zhirong.policy;

import cn.zhirong.tenant.Tenant;
import java.util.List;

/** Asked before a draft is shown to readers: would they still find what they find now? Implemented where the index is. */
public interface PublicationGate {

    /** Whether this bureau has named anything that must be found; where not, nothing else is asked. */
    boolean watches(Tenant tenant);

    /**
     * Tries what publication would do to what readers find, and keeps a report of it. May take seconds; holds no transaction.
     *
     * @param actor user name of the publisher, or {@link PolicyDesk#COMMAND_LINE}
     * @param draft what is to be published, as it would then be
     * @param changes all that publication would change: the draft, and versions that it supersedes or repeals
     */
    Findings tried(Tenant tenant, String actor, PolicyVersion draft, List<PolicyOutbox.Change> changes);

    /** Keeps with the report why it is published nevertheless; in the transaction of the publication. */
    void overruled(Tenant tenant, String actor, long report, String reason);

    /**
     * What would get lost.
     *
     * @param report under which the bureau's people find it
     * @param asked how many questions were tried
     * @param lost the questions that find their clause now and would no longer; empty when all is well
     */
    record Findings(long report, int asked, List<String> lost) {
        public Findings {
            lost = List.copyOf(lost);
        }
    }
}
