package cn.zhirong.command;

import cn.zhirong.drafting.BenchTrial;
import cn.zhirong.enterprise.BenchRegister;
import cn.zhirong.knowledge.BenchFolder;
import cn.zhirong.knowledge.Report;
import cn.zhirong.knowledge.Spread;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A draft and the version in force tried on a large register, from the rows of the database to the stored result: seconds, and the
 * most memory the heap held meanwhile. Figures are in {@code decisions/19-trials.md}.
 */
@Command(name = "TrialBench", mixinStandardHelpOptions = true)
public final class TrialBench implements Callable<Integer> {
    @Option(names = "--firms", defaultValue = "99999", description = "at most 99999: so many codes there are")
    private int firms;

    @Option(names = "--rounds", defaultValue = "3")
    private int rounds;

    @Option(
            names = "--programme",
            defaultValue = "zhaoqing/tech-firm-allowance",
            description = "bureau and code of a bundled programme")
    private String programme = "";

    @Option(names = "--work", description = "folder for the database; kept where it is named, and used again")
    private @Nullable Path work;

    @Option(names = "--json", description = "file to which the JSON lines are appended")
    private @Nullable Path json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TrialBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = BenchFolder.of(work);
        var report = new Report("trial", json);
        try (Application application = Application.start(folder.resolve("data"), Map.of("micronaut.server.port", -1))) {
            Tenants tenants = application.bean(Tenants.class);
            Tenant tenant = tenants.find("bench").orElse(null);
            if (tenant == null) {
                tenants.create(TenantProfile.named("bench", "测量市"), false);
                tenant = tenants.find("bench").orElseThrow();
                long began = System.nanoTime();
                BenchRegister.fill(application::bean, tenant, firms, LocalDate.of(2026, 11, 22));
                Report.say("%,d firms entered in %.1f s", firms, (System.nanoTime() - began) / 1e9);
            }
            long completing = System.nanoTime();
            int completed = BenchRegister.complete(application::bean, tenant);
            Report.say(
                    "%,d snapshots that were wanting made in %.1f s",
                    completed, (System.nanoTime() - completing) / 1e9);
            String[] named = programme.split("/", 2);
            var trial = new BenchTrial(application::bean, tenant, named[0], named[1]);
            trial.run();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            List<Double> seconds = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                BenchTrial.Took took = trial.run();
                seconds.add(took.millis() / 1e3);
                Report.say(
                        "%,d firms in %.2f s: %,d get %,.2f yuan, %,d are open",
                        took.firms(), took.millis() / 1e3, took.granted(), took.totalFen() / 100.0, took.open());
            }
            double heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    / (double) (1 << 20);
            report.goal("a draft and the version in force on the register, s", Spread.of(seconds), 10, false);
            Report.say("most heap while it ran (pools together, garbage included): %.0f MB", heap);
            report.line("heap", Map.of("megabytes", heap));
        }
        BenchFolder.leave(folder, work);
        return 0;
    }
}
