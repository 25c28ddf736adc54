package cn.zhirong.application;

import cn.zhirong.enterprise.Profile;
import cn.zhirong.rule.Facts;
import cn.zhirong.subsidy.EnterpriseFacts;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.RuleVersion;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;

/** Applications as they begin, whoever begins them: a row with its number, and what the register knows. */
@Singleton
class NewApplications {
    private final Applications applications;
    private final Sheets sheets;

    NewApplications(Applications applications, Sheets sheets) {
        this.applications = applications;
        this.sheets = sheets;
    }

    /** What the register knows of a firm today. */
    Facts known(Tenant tenant, Profile firm) {
        return EnterpriseFacts.of(
                firm, applications.today(), tenant.profile().region().code());
    }

    /** What the bureau knows of a firm today: nobody is paid unasked for what only the firm says. */
    Facts knownToBureau(Tenant tenant, Profile firm) {
        return known(tenant, firm.asBureauKnows());
    }

    /** A new row, with its number. */
    ApplicationRow add(
            Tenant tenant,
            Profile firm,
            Programme programme,
            RuleVersion version,
            Facts facts,
            ApplicationRow.Origin origin,
            String by) {
        return applications.add(new ApplicationRow(
                null,
                tenant.id(),
                applications.nextNumber(tenant),
                programme.id(),
                version.id(),
                firm.id(),
                firm.name(),
                origin,
                origin == ApplicationRow.Origin.APPLIED ? State.DRAFT : State.FOUND,
                0,
                by,
                applications.today(),
                applications.now(),
                null,
                sheets.write(facts),
                "",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                applications.now(),
                null));
    }
}
