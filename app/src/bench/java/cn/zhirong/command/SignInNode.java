package cn.zhirong.command;

import cn.zhirong.access.Accounts;
import cn.zhirong.access.CredentialKind;
import cn.zhirong.access.Origin;
import cn.zhirong.access.Person;
import cn.zhirong.access.Role;
import cn.zhirong.access.SignIn;
import cn.zhirong.knowledge.Child;
import cn.zhirong.tenant.Tenant;
import cn.zhirong.tenant.TenantProfile;
import cn.zhirong.tenant.Tenants;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * The product on its own database with one bureau of many people, who all have a password. It believes what this machine says of
 * where a request comes from, so that each can come from an address of their own.
 */
public final class SignInNode implements Callable<Integer> {
    /** The bureau, as in its addresses. */
    public static final String BUREAU = "bench";

    /** Everybody's. */
    public static final String PASSWORD = "lantern-river-9d1c-moss";

    @Option(names = "--data", required = true)
    @SuppressWarnings("NullAway.Init") // picocli fills these before anything runs
    private Path data;

    @Option(names = "--people", required = true)
    private int people;

    @Option(names = "--ready", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path ready;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SignInNode()).execute(arguments));
    }

    /** The name of one of the people, from 0. */
    public static String person(int number) {
        return "officer" + number;
    }

    @Override
    public Integer call() throws Exception {
        Application application = Application.start(
                data,
                Map.of(
                        "micronaut.server.port",
                        -1,
                        "zhirong.limits.loopback",
                        false,
                        "zhirong.trusted-proxies",
                        "127.0.0.1"));
        Tenants tenants = application.bean(Tenants.class);
        Tenant tenant = tenants.find(BUREAU).orElse(null);
        if (tenant == null) {
            tenant = tenants.create(TenantProfile.named(BUREAU, "测量用租户"), false);
            settle(application, tenant);
        }
        EmbeddedServer server = application.bean(EmbeddedServer.class);
        server.start();
        Child.ready(ready, server.getPort());
        new CountDownLatch(1).await();
        return 0;
    }

    /** Two at a time, as passwords are hashed: making the people must not stand in the queue that is measured. */
    private void settle(Application application, Tenant tenant) throws Exception {
        Accounts accounts = application.bean(Accounts.class);
        SignIn signIn = application.bean(SignIn.class);
        var settled = new ArrayList<Future<?>>();
        try (var two = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < people; i++) {
                String name = person(i);
                settled.add(two.submit(() -> {
                    Person person = accounts.create(tenant, name, "测量用人员", Role.OFFICER);
                    String link = accounts.issue(person, CredentialKind.LINK);
                    signIn.byLink(tenant, link, PASSWORD, new Origin("127.0.0.1", ""));
                }));
            }
        }
        for (Future<?> each : settled) {
            each.get();
        }
    }
}
