package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import cn.zhirong.tenant.Tenants;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.transaction.Transactional;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails as code of ours might, or waits for company; there only where a test asks for it. */
@Requires(property = "zhirong.test.broken")
@Needs(Action.ENTER)
@Controller("/{slug}/broken")
@ExecuteOn(TaskExecutors.BLOCKING)
class BrokenController {
    static final int TOGETHER = 40;

    private final CyclicBarrier meeting = new CyclicBarrier(TOGETHER);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final AtomicInteger staying = new AtomicInteger();
    private final CyclicBarrier pair = new CyclicBarrier(2);
    private final Tenants tenants;

    BrokenController(Tenants tenants) {
        this.tenants = tenants;
    }

    @Get
    String fail() {
        throw new IllegalStateException("SELECT secret FROM account; /var/lib/zhirong");
    }

    /** Finds no connection to the database. */
    @Get("/crowded")
    String findNoConnection() {
        throw new CannotGetJdbcConnectionException("SELECT secret FROM account", new SQLTransientConnectionException());
    }

    /** Answers once as many requests as {@link #TOGETHER} are in progress. */
    @Get("/together")
    String meet() throws Exception {
        meeting.await(60, TimeUnit.SECONDS);
        return "met";
    }

    /** Stays in progress until {@link #let} lets it go. */
    @Get("/stay")
    String stay() throws Exception {
        staying.incrementAndGet();
        return leave.await(60, TimeUnit.SECONDS) ? "left" : "forgotten";
    }

    int staying() {
        return staying.get();
    }

    void let() {
        leave.countDown();
    }

    /** Takes the lock of one bureau, waits until somebody else has that of the other, and wants that as well. */
    @Transactional
    @Get("/lock/{first}/{second}")
    String lock(String first, String second) throws Exception {
        tenants.lock(tenants.find(first).orElseThrow());
        pair.await(60, TimeUnit.SECONDS);
        tenants.lock(tenants.find(second).orElseThrow());
        return "locked";
    }
}
