package cn.zhirong.command;

import cn.zhirong.access.Audit;
import cn.zhirong.bureau.TenantExport;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Bureaus of an installation. */
@Command(name = "tenant", description = "租户", mixinStandardHelpOptions = true)
final class TenantCommand {

    @Command(name = "export", description = "把一个租户的全部数据写进一个文件夹", mixinStandardHelpOptions = true)
    int export(
            @Mixin DataFolder data,
            @Option(names = "--tenant", required = true, description = "租户标识") String slug,
            @Option(names = "--out", required = true, description = "要写入的文件夹，须不存在或者是空的") Path out)
            throws IOException {
        if (Files.exists(out)) {
            try (Stream<Path> content = Files.list(out)) {
                if (content.findAny().isPresent()) {
                    throw new CommandRefused("文件夹 " + out + " 里已有内容，请另指定一个。");
                }
            }
        }
        try (Application application = Application.start(data.path, Map.of())) {
            Tenant tenant = UserCommand.tenant(application, slug);
            application.bean(TenantExport.class).write(tenant, out);
            application.bean(Audit.class).record(tenant, "command-line", "tenant.export", slug, "");
            System.out.println("{\"exported\":\"" + slug + "\"}");
            return 0;
        }
    }

    @Command(name = "create", description = "新建一个空的租户", mixinStandardHelpOptions = true)
    int create(
            @Mixin DataFolder data,
            @Option(names = "--slug", required = true, description = "地址中的标识，如 zhaoqing") String slug,
            @Option(names = "--name", required = true, description = "名称，如 肇庆市金融工作局") String name) {
        if (name.isBlank() || name.length() > 100) {
            throw new CommandRefused("名称 --name 须为 1 至 100 个字。");
        }
        try (Application application = Application.start(data.path, Map.of())) {
            Tenant tenant = application.bean(Tenants.class).create(TenantProfile.named(slug, name.strip()), false);
            System.out.println("{\"slug\":\"" + tenant.slug() + "\"}");
            return 0;
        } catch (IllegalArgumentException refused) {
            throw new CommandRefused(String.valueOf(refused.getMessage()));
        }
    }
}
