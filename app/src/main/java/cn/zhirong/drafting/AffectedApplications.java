package cn.zhirong.drafting;

import cn.zhirong.tenant.Tenant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which applications a rule for days gone by touches. Whoever keeps applications says so. */
public interface AffectedApplications {
    /**
     * An application.
     *
     * @param number as people know it
     * @param state in Chinese
     * @param href its page
     */
    record Affected(String number, String enterprise, String state, LocalDate on, String href) {}

    /**
     * Those of a programme that were opened or decided in these days, and where the days are not over those still to be decided;
     * the newest first, at most 500.
     */
    List<Affected> between(Tenant tenant, long programmeId, LocalDate from, @Nullable LocalDate until);
}
