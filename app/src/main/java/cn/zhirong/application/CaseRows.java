package cn.zhirong.application;

import cn.zhirong.kernel.Money;
import cn.zhirong.subsidy.Programme;
import cn.zhirong.subsidy.Programmes;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applications as rows of the bureau's lists. */
@Singleton
class CaseRows {
    private final Applications applications;
    private final Programmes programmes;
    private final Colleagues colleagues;

    CaseRows(Applications applications, Programmes programmes, Colleagues colleagues) {
        this.applications = applications;
        this.programmes = programmes;
        this.colleagues = colleagues;
    }

    List<CaseViews.Row> of(Tenant tenant, List<ApplicationRow> rows) {
        Map<Long, Programme> known =
                programmes.all(tenant).stream().collect(Collectors.toMap(Programme::id, Function.identity()));
        Map<String, String> names = colleagues.names(tenant);
        Terms terms = applications.terms(tenant);
        return rows.stream().map(row -> row(tenant, terms, known, names, row)).toList();
    }

    private static CaseViews.Row row(
            Tenant tenant, Terms terms, Map<Long, Programme> known, Map<String, String> names, ApplicationRow row) {
        Programme programme = known.get(row.programmeId());
        String assignee = row.assignee();
        return new CaseViews.Row(
                String.valueOf(row.key()),
                CasePages.here(tenant, row.key()),
                row.number(),
                row.firm(),
                programme == null ? "" : programme.title(),
                row.state().label(),
                row.state().tone(),
                row.amountFen() == null ? "" : new Money(row.fen()).words(),
                row.submittedOn() == null ? "" : row.submittedOn().toString(),
                terms.left(row.dueOn()),
                terms.tone(row.dueOn()),
                assignee == null ? "" : names.getOrDefault(assignee, assignee));
    }
}
