package cn.zhirong.command;

import cn.zhirong.knowledge.BenchIndex;
import cn.zhirong.knowledge.Child;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * The product as it serves, on its own database, with two tenants of a corpus that is only indexed. The model is never loaded:
 * {@code IndexFollower.start}, which would, is not called.
 */
public final class ProductNode implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ProductNode.class);

    @Option(names = "--data", required = true)
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path data;

    @Option(names = "--corpus", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(names = "--passages", required = true)
    private int passages;

    @Option(names = "--ready", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path ready;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ProductNode()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BenchIndex.fill(data.resolve("index"), corpus, passages);
        Application application =
                Application.start(data, Map.of("micronaut.server.port", -1, "zhirong.limits.loopback", false));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            application.close();
                            stopped.countDown();
                        },
                        "stop"));
        Tenants tenants = application.bean(Tenants.class);
        for (String slug : List.of(BenchIndex.WHOLE, BenchIndex.PLAIN)) {
            tenants.create(TenantProfile.named(slug, "测量用租户"), false);
        }
        EmbeddedServer server = application.bean(EmbeddedServer.class);
        server.start();
        LOG.info("serving at {}", server.getPort());
        Child.ready(ready, server.getPort());
        stopped.await();
        return 0;
    }
}
