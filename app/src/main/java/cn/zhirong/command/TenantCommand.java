package cn.zhirong.command;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Bureaus of an installation. */
@Command(name = "tenant", description = "租户", mixinStandardHelpOptions = true)
final class TenantCommand {

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
