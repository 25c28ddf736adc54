package cn.zhirong.bureau;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Looks every ten minutes for what is due: deletions, and files of exports that nobody may fetch any more. */
@Singleton
class DeletionJob {
    private final Deletions deletions;
    private final Exports exports;
    private final Clock clock;

    DeletionJob(Deletions deletions, Exports exports, Clock clock) {
        this.deletions = deletions;
        this.exports = exports;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "3m", fixedDelay = "10m")
    void run() {
        deletions.carryOut(clock.instant());
        exports.expire(clock.instant());
    }
}
