package cn.zhirong.command;

import cn.zhirong.access.AuditVerdict;
import cn.zhirong.access.AuditVerifier;
import cn.zhirong.database.Json;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The audit. */
@Command(name = "audit", description = "审计记录", mixinStandardHelpOptions = true)
final class AuditCommand {

    @Command(
            name = "verify",
            description = "逐条校验审计记录的哈希链；每个租户打印一行 JSON，有一条对不上即以状态 1 结束",
            mixinStandardHelpOptions = true)
    int verify(
            @Mixin DataFolder data, @Option(names = "--tenant", description = "只校验这个租户的；默认全部") @Nullable String slug) {
        try (Application application = Application.start(data.path, Map.of())) {
            AuditVerifier verifier = application.bean(AuditVerifier.class);
            Json json = application.bean(Json.class);
            boolean whole = true;
            for (Tenant tenant : tenants(application, slug)) {
                AuditVerdict verdict = verifier.verify(tenant);
                System.out.println(json.write(line(tenant, verdict)));
                whole &= verdict instanceof AuditVerdict.Whole;
            }
            return whole ? 0 : 1;
        }
    }

    static Map<String, Object> line(Tenant tenant, AuditVerdict verdict) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("tenant", tenant.slug());
        switch (verdict) {
            case AuditVerdict.Whole whole -> {
                line.put("whole", true);
                line.put("first", whole.first());
                line.put("last", whole.last());
                line.put("hash", whole.lastHash());
            }
            case AuditVerdict.Broken broken -> {
                line.put("whole", false);
                line.put("broken", broken.number());
                line.put("why", broken.why());
            }
        }
        return line;
    }

    private static List<Tenant> tenants(Application application, @Nullable String slug) {
        if (slug != null) {
            return List.of(UserCommand.tenant(application, slug));
        }
        Tenants tenants = application.bean(Tenants.class);
        List<Tenant> all = new ArrayList<>(tenants.all());
        all.add(tenants.shared());
        all.add(tenants.platform());
        return all;
    }
}
