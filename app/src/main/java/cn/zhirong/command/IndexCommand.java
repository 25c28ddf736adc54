package cn.zhirong.command;

import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The search index. */
@Command(name = "index", description = "检索索引", mixinStandardHelpOptions = true)
final class IndexCommand {

    @Command(name = "rebuild", description = "由数据库重建索引", mixinStandardHelpOptions = true)
    int rebuild(
            @Mixin DataFolder data, @Option(names = "--tenant", description = "只重建这个租户的；默认全部") @Nullable String slug) {
        try (Application application = Application.start(data.path, Map.of())) {
            IndexFollower follower = application.bean(IndexFollower.class);
            for (Tenant shelf : shelves(application, slug)) {
                follower.rebuild(shelf);
                System.out.println("{\"rebuilt\":\"" + shelf.slug() + "\"}");
            }
            return 0;
        }
    }

    private static List<Tenant> shelves(Application application, @Nullable String slug) {
        if (slug != null) {
            return List.of(UserCommand.tenant(application, slug));
        }
        Tenants tenants = application.bean(Tenants.class);
        List<Tenant> shelves = new ArrayList<>(tenants.all());
        shelves.add(tenants.shared());
        return shelves;
    }
}
