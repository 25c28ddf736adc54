package cn.zhirong.application;

import cn.zhirong.drafting.AffectedApplications;
import cn.zhirong.drafting.PastApplications;
import cn.zhirong.drafting.TrialFirm;
import cn.zhirong.subsidy.Grants;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells those who write rules which applications there are: what a rule for days gone by touches, and what a draft is tried on. */
@Singleton
class UnderRules implements AffectedApplications, PastApplications {
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final ApplicationRepository repository;
    private final Sheets sheets;
    private final Grants grants;

    UnderRules(ApplicationRepository repository, Sheets sheets, Grants grants) {
        this.repository = repository;
        this.sheets = sheets;
        this.grants = grants;
    }

    @Override
    public List<Affected> between(Tenant tenant, long programmeId, LocalDate from, @Nullable LocalDate until) {
        return repository.openedBetween(tenant.id(), programmeId, from, until == null ? FOREVER : until).stream()
                .map(row -> new Affected(
                        row.number(),
                        row.firm(),
                        row.state().label(),
                        row.openedOn(),
                        "/" + tenant.slug() + "/console/applications/" + row.key()))
                .toList();
    }

    @Override
    public int count(Tenant tenant, long programmeId) {
        return repository.countHandedIn(tenant.id(), programmeId);
    }

    @Override
    public void each(Tenant tenant, long programmeId, Consumer<TrialFirm> firm) {
        for (ApplicationRow row : repository.handedIn(tenant.id(), programmeId)) {
            firm.accept(new TrialFirm(
                    row.enterpriseId(),
                    sheets.facts(tenant, row),
                    grants.of(tenant, row.enterpriseId()),
                    row.openedAt()));
        }
    }
}
