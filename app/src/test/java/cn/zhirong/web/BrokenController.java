package cn.zhirong.web;

import cn.zhirong.access.Action;
import cn.zhirong.access.Needs;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Fails as code of ours might, or waits for company; there only where a test asks for it. */
@Requires(property = "zhirong.test.broken")
@Needs(Action.ENTER)
@Controller("/{slug}/broken")
@ExecuteOn(TaskExecutors.BLOCKING)
class BrokenController {
    static final int TOGETHER = 40;

    private final CyclicBarrier meeting = new CyclicBarrier(TOGETHER);

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
}
