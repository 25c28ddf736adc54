package cn.zhirong.privacy;

import cn.zhirong.access.Person;
import cn.zhirong.tenant.Tenant;
import java.util.List;

/** Whoever keeps something about people outside of their accounts tells it here, so that its owner sees and exports it too. */
public interface HeldElsewhere {
    /** Days for which the bureau keeps who objected or appealed, after its answer: it may have to come back to them. */
    int COMPLAINT_DAYS = 365;

    /** What is held on this person, in the order in which it came; nothing of anybody else. */
    List<OwnData.Held> of(Tenant tenant, Person person);
}
