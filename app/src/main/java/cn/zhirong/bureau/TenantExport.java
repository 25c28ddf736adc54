package cn.zhirong.bureau;

import cn.zhirong.bureau.TenantTables.Table;
import cn.zhirong.drafting.SubsidyExport;
import cn.zhirong.kernel.Problem;
import cn.zhirong.policy.PolicyExport;
import cn.zhirong.policy.PolicyFiles;
import cn.zhirong.tenant.CalendarCsv;
import cn.zhirong.tenant.Calendars;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantFiles;
import cn.zhirong.tenant.TenantYaml;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything of a bureau in a folder: {@code tenants/} and {@code policies/} in the form in which they travel with the
 * application, the original files, the calendar, and every row of every table. What is left out is named in 说明.md.
 */
@Singleton
public class TenantExport {
    private final TenantTables tables;
    private final TableExport rows;
    private final PolicyExport policies;
    private final SubsidyExport subsidies;
    private final Calendars calendars;

    TenantExport(
            TenantTables tables,
            TableExport rows,
            PolicyExport policies,
            SubsidyExport subsidies,
            Calendars calendars) {
        this.tables = tables;
        this.rows = rows;
        this.policies = policies;
        this.subsidies = subsidies;
        this.calendars = calendars;
    }

    /**
     * Writes it.
     *
     * @param folder which is made; what is in it is not looked at
     * @throws IOException when the disk fails; what was written stays
     */
    public void write(Tenant tenant, Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve("tenants").resolve(tenant.slug()));
        Files.writeString(own.resolve("tenant.yml"), TenantYaml.write(tenant.profile()));
        Files.writeString(folder.resolve("calendar.csv"), CalendarCsv.write(calendars.days(tenant)));
        Path library = Files.createDirectories(folder.resolve("policies").resolve(tenant.slug()));
        List<String> remarks = new ArrayList<>(policies.write(tenant, library));
        remarks.addAll(subsidies.write(tenant, folder.resolve("tenants")));
        policies.writeFiles(tenant, folder.resolve("files"));
        Path data = Files.createDirectories(folder.resolve("data"));
        List<String> counts = new ArrayList<>();
        for (Table table : tables.childrenFirst().reversed()) {
            long count = rows.write(tenant, table, data.resolve(table.name() + ".jsonl"));
            counts.add("- " + table.name() + "：" + count + " 行" + leftOut(table));
        }
        TenantFiles.read(folder.resolve("tenants")).problems().stream()
                .map(Problem::toString)
                .forEach(remarks::add);
        PolicyFiles.read(folder.resolve("policies")).problems().stream()
                .map(Problem::toString)
                .forEach(remarks::add);
        Files.writeString(folder.resolve("说明.md"), about(tenant, counts, remarks));
    }

    private static String leftOut(Table table) {
        List<String> names = table.columns().stream()
                .filter(column -> TableExport.isLeftOut(table, column))
                .map(TenantTables.Column::name)
                .toList();
        return names.isEmpty() ? "" : "，未导出的列：" + String.join("、", names);
    }

    private static String about(Tenant tenant, List<String> counts, List<String> remarks) {
        return """
                # %s的全部数据

                - tenants/ 是本局的名称、颜色、联系方式等设置，以及 subsidies/ 里生效的项目、已发布的规则和案例；policies/ 是已发布的政策。格式与产品自带的资料相同，可以再次导入。
                - files/ 是上传过的原文件，文件名前的数字是 data/document_file.jsonl 里的编号。
                - calendar.csv 是工作日历，可以在“本局设置”里导入。
                - data/ 里每张表一个文件，每行一条 JSON 记录；时间都是世界协调时。
                - 密码、登录凭据的摘要和加密保存的内容不导出；原文件的字节在 files/ 里，不在 data/ 里。

                ## 各表行数

                %s

                ## 需要留意

                %s
                """.formatted(
                tenant.profile().name(),
                String.join("\n", counts),
                remarks.isEmpty()
                        ? "没有。"
                        : String.join(
                                "\n", remarks.stream().map(it -> "- " + it).toList()));
    }
}
