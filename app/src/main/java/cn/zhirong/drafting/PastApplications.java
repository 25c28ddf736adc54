package cn.zhirong.drafting;

import cn.zhirong.tenant.Tenant;
import java.util.function.Consumer;

/** What was applied for before: a draft is tried on it too. Whoever keeps applications tells of them. */
public interface PastApplications {
    /** How many there are of a programme that were handed in. */
    int count(Tenant tenant, long programmeId);

    /**
     * Each that was handed in, with the facts it was decided on and the moment of filing; of a firm that applied several times the
     * newest.
     */
    void each(Tenant tenant, long programmeId, Consumer<TrialFirm> firm);
}
