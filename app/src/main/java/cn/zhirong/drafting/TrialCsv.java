package cn.zhirong.drafting;

import cn.zhirong.enterprise.RegisterScan;
import cn.zhirong.kernel.Csv;
import cn.zhirong.tenant.Tenant;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The firms of a trial as a table, in the order in which they were tried; amounts in yuan. */
@Singleton
class TrialCsv {
    private static final int NAMED_AT_ONCE = 1_000;
    private static final List<String> HEADING =
            List.of("企业名称", "统一社会信用代码", "新规则结论", "新规则金额（元）", "现行结论", "现行金额（元）", "变化", "差额（元）");

    private final RegisterScan register;

    TrialCsv(RegisterScan register) {
        this.register = register;
    }

    byte[] write(Tenant tenant, List<TrialOutcome> outcomes) {
        List<List<String>> rows = new ArrayList<>(outcomes.size() + 1);
        rows.add(HEADING);
        for (int from = 0; from < outcomes.size(); from += NAMED_AT_ONCE) {
            List<TrialOutcome> some = outcomes.subList(from, Math.min(outcomes.size(), from + NAMED_AT_ONCE));
            Map<Long, RegisterScan.Name> names =
                    register.names(tenant, some.stream().map(TrialOutcome::id).toList());
            for (TrialOutcome one : some) {
                rows.add(row(one, names.get(one.id())));
            }
        }
        return Csv.write(rows).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(TrialOutcome one, RegisterScan.@Nullable Name name) {
        TrialClass before = one.before();
        return List.of(
                name == null ? "已不在企业库" : name.name(),
                name == null ? "" : name.creditCode(),
                one.now().label(),
                yuan(one.fen()),
                before == null ? "" : before.label(),
                before == null ? "" : yuan(one.beforeFen()),
                before == null ? "" : one.change().label(),
                before == null ? "" : yuan(one.differenceFen()));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
