package cn.zhirong.drafting;

import cn.zhirong.tenant.Tenant;
import java.util.function.Consumer;

/** What was applied for before: a draft is tried on it too. Whoever keeps applications tells of them. */
public interface PastApplications {
    /** How many there are of a programme that were handed in. */
    int count(Tenant tenant, long programmeId);

    /**
     * Each that was handed in, with the facts it was decided on, what officers judged among them, what the firm had been granted
     * until then, and the moment of filing. A firm that applied several times comes as often.
     */
    void each(Tenant tenant, long programmeId, Consumer<TrialFirm> firm);
}
