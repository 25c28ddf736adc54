package cn.zhirong.audit;

import cn.zhirong.access.Audit;
import cn.zhirong.access.AuditEntry;
import cn.zhirong.access.AuditTrail;
import cn.zhirong.access.AuditVerdict;
import cn.zhirong.access.AuditVerifier;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Flash;
import cn.zhirong.web.Pages;
import cn.zhirong.web.Refusal;
import cn.zhirong.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Searching, exporting and verifying what was recorded, for a bureau as for the platform; {@code here} is the address of the list. */
@Singleton
class AuditDesk {
    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final AuditVerifier verifier;
    private final Audit audit;
    private final Pages pages;

    AuditDesk(AuditTrail trail, AuditVerifier verifier, Audit audit, Pages pages) {
        this.trail = trail;
        this.verifier = verifier;
        this.audit = audit;
        this.pages = pages;
    }

    HttpResponse<String> list(HttpRequest<?> request, Tenant tenant, String here) {
        Map<String, String> asked = new HashMap<>();
        request.getParameters().forEach((name, values) -> asked.put(name, values.isEmpty() ? "" : values.getFirst()));
        AuditFilter filter = AuditFilter.of(asked);
        String below = asked.getOrDefault("before", "");
        boolean first = !below.matches("[0-9]{1,18}");
        if (!filter.problems().isEmpty()) {
            return pages.show(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "audit/console-audit",
                    AuditView.of(here, filter, List.of(), true, false));
        }
        List<AuditEntry> found =
                trail.search(tenant, filter.query(), first ? Long.MAX_VALUE : Long.parseLong(below), PAGE + 1);
        boolean more = found.size() > PAGE;
        return pages.show(
                request,
                "audit/console-audit",
                AuditView.of(here, filter, more ? found.subList(0, PAGE) : found, first, more));
    }

    HttpResponse<String> entry(HttpRequest<?> request, Tenant tenant, String here, long number) {
        AuditEntry entry = trail.find(tenant, number).orElseThrow(Refusal::notFound);
        return pages.show(request, "audit/console-entry", AuditEntryView.of(here, entry));
    }

    HttpResponse<?> export(Tenant tenant, Visitor visitor, Map<String, String> form) {
        AuditFilter filter = AuditFilter.of(form);
        if (!filter.problems().isEmpty()) {
            throw Refusal.badInput("查询条件有误，没有导出。", filter.problems());
        }
        audit.record(tenant, visitor.signedIn().username(), "audit.export", "audit", filter.address());
        StreamedFile file = new StreamedFile(
                AuditCsv.of(before -> trail.search(tenant, filter.query(), before, AuditCsv.PAGE)),
                MediaType.of("text/csv;charset=utf-8"));
        return HttpResponse.ok(file.attach("audit-" + tenant.slug() + ".csv"));
    }

    HttpResponse<?> verify(Tenant tenant, Visitor visitor, String here) {
        AuditVerdict verdict = verifier.verify(tenant);
        String sentence = switch (verdict) {
            case AuditVerdict.Whole whole -> "校验通过：第 " + whole.first() + " 至第 " + whole.last() + " 条完整，没有被改动过。";
            case AuditVerdict.Broken broken -> "校验不通过：从第 " + broken.number() + " 条起有问题。" + broken.why();
        };
        audit.record(tenant, visitor.signedIn().username(), "audit.verify", "audit", sentence);
        return Flash.redirect(here, sentence);
    }
}
