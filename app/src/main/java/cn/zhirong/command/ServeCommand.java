package cn.zhirong.command;

import cn.zhirong.assistant.WarmUp;
import cn.zhirong.knowledge.IndexFollower;
import cn.zhirong.policy.UploadFolder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(name = "serve", description = "启动服务", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs
    private DataFolder data;

    @Option(names = "--port", defaultValue = "8080", description = "端口，默认 ${DEFAULT-VALUE}；0 为任意空闲端口")
    private int port;

    @Option(names = "--demo", description = "装入两个演示租户和演示账号")
    private boolean demo;

    @Option(names = "--stop-with-parent", hidden = true, description = "启动它的进程结束时一并停止")
    private boolean stopWithParent;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new CommandRefused("端口 --port 须在 0 与 65535 之间。");
        }
        Thread.ofPlatform().daemon().name("warm-up").start(WarmUp::run);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Application application =
                Application.start(data.path, Map.of("micronaut.server.port", port == 0 ? -1 : port))) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                application.close();
                                stopped.countDown();
                            },
                            "stop"));
            if (stopWithParent) {
                ProcessHandle.current()
                        .parent()
                        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
            }
            application.bean(UploadFolder.class).clear();
            CompletableFuture<IndexFollower> content = CompletableFuture.supplyAsync(() -> content(application));
            EmbeddedServer server = application.bean(EmbeddedServer.class);
            IndexFollower follower = content.join();
            server.start();
            follower.start();
            if (demo) {
                application.bean(Demonstration.class).tellHowToSignIn(server.getPort(), System.out);
            } else {
                application.bean(FirstRun.class).tellHowToBegin(server.getPort(), System.out);
            }
            System.out.println("ready http://localhost:" + server.getPort());
            stopped.await();
        }
        return 0;
    }

    /** What is served: the demonstration where it is asked for, and all indexes up to date. */
    private IndexFollower content(Application application) {
        if (demo) {
            application.bean(Demonstration.class).load();
        }
        IndexFollower follower = application.bean(IndexFollower.class);
        follower.catchUp();
        return follower;
    }
}
