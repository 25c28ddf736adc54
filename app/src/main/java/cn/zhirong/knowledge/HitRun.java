package cn.zhirong.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bureau's questions, asked at one time of one index.
 *
 * @param id its key
 * @param cause why it was run
 * @param ranBy user name
 * @param asOf the day on which documents had to hold
 * @param millis how long it took
 * @param versionId the draft it was about, or null
 * @param about title of that draft, or empty
 * @param settings by which the questions were read
 * @param settingsRevision of the adopted settings at the time
 * @param results in the order of the questions
 * @param decision what was done about it, or null
 */
record HitRun(
        long id,
        Cause cause,
        String ranBy,
        Instant ranAt,
        LocalDate asOf,
        long millis,
        @Nullable Long versionId,
        String about,
        SearchSettings settings,
        int settingsRevision,
        List<HitResult> results,
        @Nullable Decision decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {
    HitRun {
        results = List.copyOf(results);
    }

    /** Why it was run. */
    enum Cause {
        /** To see where the set stands; compared with the time before. */
        PRESENT("例行运行"),
        /** To try other settings; compared with the adopted ones. */
        TRIAL("试运行配置"),
        /** Before a publication; compared with the index as it is. */
        GATE("发布前检查");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** What was done about it. */
    enum Decision {
        ADOPTED("已采用"),
        DISCARDED("已放弃"),
        OVERRULED("已写明理由发布");

        private final String label;

        Decision(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** How many found a clause among the first so many. */
    int hitsAt(int first) {
        return (int) results.stream()
                .filter(result -> HitResult.isAmong(result.rank(), first))
                .count();
    }

    /** How many did so before, of those that are compared. */
    int hitsBeforeAt(int first) {
        return (int) results.stream()
                .filter(result -> result.compared() && HitResult.isAmong(result.before(), first))
                .count();
    }

    /** Questions that passed before and no longer do. */
    List<HitResult> lost() {
        return results.stream()
                .filter(result -> result.change() == HitResult.Change.LOST)
                .toList();
    }
}
