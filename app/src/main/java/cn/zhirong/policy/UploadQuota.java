package cn.zhirong.policy;

import cn.zhirong.tenant.Tenant;
import cn.zhirong.web.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many files one account may have taken in, so that the readers are there for everybody. Counted in this process, from
 * pages and calls together; what was refused here does not count, what turned out unreadable does.
 */
@Singleton
class UploadQuota {
    /** Uploads of one account in work at one time. */
    static final int AT_ONCE = 2;

    /** Uploads of one account within {@link #WINDOW}. */
    static final int IN_WINDOW = 60;

    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Map<Account, Use> uses = new HashMap<>();
    private final Clock clock;

    UploadQuota(Clock clock) {
        this.clock = clock;
    }

    private record Account(long tenantId, String username) {}

    private static final class Use {
        private final Deque<Instant> begun = new ArrayDeque<>();
        private int inWork;
    }

    /** An upload in work; its end, told once, makes room for another. */
    interface Turn {
        void end();
    }

    /**
     * Begins an upload.
     *
     * @throws Refusal 429 with the bound that was reached and how long it lasts
     */
    synchronized Turn begin(Tenant tenant, String username) {
        Instant now = clock.instant();
        forget(now.minus(WINDOW));
        Account account = new Account(tenant.id(), username);
        Use use = uses.computeIfAbsent(account, unknown -> new Use());
        if (use.inWork >= AT_ONCE) {
            throw Refusal.tooMany("一个账号同时最多处理 " + AT_ONCE + " 个上传。请等前面的文件处理完，再传这一个。");
        }
        if (use.begun.size() >= IN_WINDOW) {
            Duration wait = Duration.between(now, use.begun.getFirst().plus(WINDOW));
            throw Refusal.tooMany("一个账号 " + WINDOW.toMinutes() + " 分钟内最多上传 " + IN_WINDOW + " 个文件。请在大约 "
                    + (wait.toMinutes() + 1) + " 分钟后继续；文件很多时，可以请管理员用命令行批量导入。");
        }
        use.begun.addLast(now);
        use.inWork++;
        return () -> end(use);
    }

    private synchronized void end(Use use) {
        use.inWork--;
    }

    /** Accounts without recent uploads take no room. */
    private void forget(Instant before) {
        uses.values().removeIf(use -> {
            while (!use.begun.isEmpty() && !use.begun.getFirst().isAfter(before)) {
                use.begun.removeFirst();
            }
            return use.begun.isEmpty() && use.inWork == 0;
        });
    }
}
