package cn.zhirong.knowledge;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a run found for one question.
 *
 * @param questionId of the set, which may have changed since
 * @param question as it was then
 * @param expected the clauses it had to find, in words
 * @param rank place of the first of them, from 1; 0 where none is among the first {@link HitTest#DEPTH}
 * @param missing whether no document in force holds any of them
 * @param compared whether there is a place from before
 * @param before the place before, as {@code rank}
 * @param top the first passages found, in words
 */
@Serdeable
record HitResult(
        long questionId,
        String question,
        List<String> expected,
        int rank,
        boolean missing,
        boolean compared,
        int before,
        List<String> top) {
    HitResult {
        expected = List.copyOf(expected);
        top = List.copyOf(top);
    }

    /** What became of it. */
    enum Change {
        /** It passed before and no longer does. */
        LOST,
        WORSE,
        SAME,
        BETTER,
        /** It did not pass before and now does. */
        WON,
        /** There is nothing to compare it with. */
        NEW
    }

    boolean passes() {
        return isAmong(rank, HitTest.PASS);
    }

    boolean passedBefore() {
        return compared && isAmong(before, HitTest.PASS);
    }

    Change change() {
        if (!compared) {
            return Change.NEW;
        }
        if (passes() != passedBefore()) {
            return passes() ? Change.WON : Change.LOST;
        }
        int now = place(rank);
        int then = place(before);
        return now == then ? Change.SAME : now < then ? Change.BETTER : Change.WORSE;
    }

    static boolean isAmong(int rank, int first) {
        return rank >= 1 && rank <= first;
    }

    private static int place(int rank) {
        return rank == 0 ? Integer.MAX_VALUE : rank;
    }
}
